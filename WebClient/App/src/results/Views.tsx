import type { ReactElement } from 'react';
import { PlainButton } from '../ui/Button';
import { t } from '../words/t';
import '../words/voting';

/** How a result is shown: to be looked at, or to be read. */
export type View = 'picture' | 'table';

/** The switch between a picture and the table behind it. */
export function Views({
  label,
  view,
  onChange,
}: {
  label: string;
  view: View;
  onChange: (view: View) => void;
}): ReactElement {
  return (
    <fieldset className="segments results-views">
      <legend className="hidden-words">{label}</legend>
      {(['picture', 'table'] as const).map((one) => (
        <PlainButton
          key={one}
          className={view === one ? 'segment segment-on' : 'segment'}
          aria-pressed={view === one}
          onPress={() => onChange(one)}
        >
          {t(`results.${one}`)}
        </PlainButton>
      ))}
    </fieldset>
  );
}
