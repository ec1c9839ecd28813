import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import '../words/moderation';
import './moderation.css';

/** Everything that hosts decided, as a file: who, when, what, whom and why. */
export default function LogPanel(): ReactElement {
  const { session } = useModel();
  return (
    <section className="mod" aria-label={t('mod.log')}>
      <p className="dialog-text">{t('mod.logText')}</p>
      <a
        className="button button-soft mod-download"
        href={`/api/boards/${encodeURIComponent(session.board)}/moderation.csv`}
        download
      >
        <Icon name="down" size={18} />
        {t('mod.logGet')}
      </a>
    </section>
  );
}
