import { type ReactElement, useEffect } from 'react';
import { Dialogs } from '../board/dialogs/Dialogs';
import { useModel } from '../board/model/model';
import { useKeys } from '../board/tools/useKeys';
import { useRefusals } from '../board/useRefusals';
import { Notice } from '../pages/Notice';
import { Link } from '../pages/router';
import { useMe, useRecord } from '../sync/react';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import { Console } from './Console';
import './page.css';
import '../words/session';

/** The host's console on its own: what a host holds in their hand while the board is on the wall. */
export default function ConsolePage(): ReactElement {
  const { session, ui } = useModel();
  const board = useRecord('board', 'board');
  const me = useMe();
  useKeys();
  useRefusals();
  useEffect(() => {
    document.title = `${t('console.title')} · ${board?.title ?? ''}`;
  }, [board?.title]);
  if (me !== null && !me.isHost) {
    return <Notice title={t('console.hostsOnly')} text={t('console.hostsOnlyNext')} />;
  }
  return (
    <div className="console-page">
      <header className="console-top">
        <Link to={`/b/${session.board}`} className="console-back" aria-label={t('console.toBoard')}>
          <Icon name="back" />
        </Link>
        <h1>{board?.title ?? ''}</h1>
        <IconButton icon="share" label={t('share.title')} side="bottom" onPress={() => ui.dialog.set('share')} />
      </header>
      <main className="console-main">
        <Console />
      </main>
      <Dialogs />
    </div>
  );
}
