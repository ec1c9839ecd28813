import type { ReactElement, ReactNode } from 'react';
import { Button } from '../ui/Button';
import { Mark } from '../ui/cues';
import { t } from '../words/t';
import { Link } from './router';
import './pages.css';

/** A page that says what is the matter and what to do next. */
export function Notice({
  title,
  text,
  children,
  onAgain,
  again = t('error.again'),
}: {
  title: string;
  text: string;
  children?: ReactNode;
  onAgain?: () => void;
  /** What the button that tries again says. */
  again?: string;
}): ReactElement {
  return (
    <main className="join">
      <div className="join-column">
        <Mark size={36} />
        <div role="alert">
          <h1>{title}</h1>
          <p className="notice-text">{text}</p>
        </div>
        {children}
        {onAgain && (
          <Button look="main" className="button-big" onPress={onAgain}>
            {again}
          </Button>
        )}
        <p className="join-foot">
          <Link to="/">{t('join.home')}</Link>
        </p>
      </div>
    </main>
  );
}

/** A page that is on its way. Its words appear only when it takes long enough to be noticed. */
export function Waiting({ words }: { words: string }): ReactElement {
  return (
    <main className="join">
      <p className="waiting" role="status">
        <Mark size={36} />
        {words}
      </p>
    </main>
  );
}
