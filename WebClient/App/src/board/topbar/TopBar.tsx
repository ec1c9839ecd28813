import { type ReactElement, Suspense } from 'react';
import { stageOf, stepNow } from '../../method/agenda';
import { useMay } from '../../method/useMay';
import { Link } from '../../pages/router';
import { useDots, useMe, usePeers, usePeopleHere, useRecord, useSource } from '../../sync/react';
import { includes } from '../../sync/roles';
import { Button, Hinted, IconButton, PlainButton } from '../../ui/Button';
import { Mark } from '../../ui/cues';
import { Icon, type IconName } from '../../ui/icons';
import { MenuButton } from '../../ui/Menu';
import { NARROW, useMedia } from '../../ui/media';
import { part } from '../../ui/part';
import { useIsVoting } from '../../voting/openVotes';
import type { Role } from '../../wire';
import { t, type WordKey } from '../../words/t';
import { useModel } from '../model/model';
import { useBoardMenu } from './boardMenu';
import { Faces } from './Faces';
import './topbar.css';

const PhaseBar = part(() => import('../../method/PhaseBar'));
const HostButtons = part(() => import('../../console/HostButtons'));

/** Where one is, who is here, and what concerns the whole board. */
export function TopBar(): ReactElement {
  const { ui } = useModel();
  const board = useRecord('board', 'board');
  const narrow = useMedia(NARROW);
  const lines = useBoardMenu();
  const agenda = useRecord('agenda', 'agenda');
  const planned = stageOf(agenda) !== 'none';
  const dots = !planned || stepNow(agenda)?.tools.includes('dots') === true;
  const host = useMe()?.isHost ?? false;
  const leads = planned && host;
  return (
    <header className="topbar">
      <Link to="/" className="topbar-home" aria-label={t('board.home')}>
        <Mark />
      </Link>
      <div className="topbar-title">
        <h1 title={board?.title}>{board?.title ?? ''}</h1>
        {board && board.brief !== '' && <p title={board.brief}>{board.brief}</p>}
      </div>
      <StateChip />
      <span className="topbar-gap" />
      {planned && !narrow && (
        <Suspense>
          <PhaseBar />
          <span className="topbar-gap" />
        </Suspense>
      )}
      {!narrow && dots && <DotsLeft />}
      <PeopleButton />
      {narrow ? (
        <ViewSwitch />
      ) : (
        <Button look={planned ? 'soft' : 'main'} onPress={() => ui.dialog.set('share')}>
          {t('share.button')}
          {board && <span className="topbar-code">{board.joinCode}</span>}
        </Button>
      )}
      {leads && !narrow && (
        <Suspense>
          <HostButtons />
        </Suspense>
      )}
      <MenuButton label={t('menu.label')} lines={lines} placement="bottom end">
        <IconButton icon="more" label={t('menu.label')} side="bottom" />
      </MenuButton>
    </header>
  );
}

/** Says so where one can look but not touch. */
function StateChip(): ReactElement | null {
  const me = useMe();
  const closed = useRecord('board', 'board')?.status === 'closed';
  const limited = me === null || includes(me.role, 'contributor') ? null : (states[me.role] ?? null);
  if (!closed && limited === null) {
    return null;
  }
  const state = limited ?? { icon: 'lock', word: 'board.closed', hint: 'board.closedHint' };
  return (
    <Hinted label={t(state.hint)} side="bottom">
      <PlainButton className="chip chip-state">
        <Icon name={state.icon} size={15} />
        {t(state.word)}
      </PlainButton>
    </Hinted>
  );
}

interface State {
  readonly icon: IconName;
  readonly word: WordKey;
  readonly hint: WordKey;
}

/** What is said of roles that may not do everything. */
const states: Readonly<Partial<Record<Role, State>>> = {
  commenter: { icon: 'comment', word: 'board.commenting', hint: 'board.commentingHint' },
  voter: { icon: 'check', word: 'board.voting', hint: 'board.votingHint' },
  observer: { icon: 'eye', word: 'board.observing', hint: 'board.observingHint' },
};

/** How many dots one has left to place. */
export function DotsLeft(): ReactElement | null {
  const { budget, left } = useDots();
  const voting = useIsVoting();
  const dots = useMay('dots');
  if (voting || budget === 0 || !dots) {
    return null;
  }
  const few = Math.min(budget, 10);
  const filled = budget <= 10 ? left : Math.round((left / budget) * 10);
  return (
    <span
      className="dots-left"
      role="img"
      aria-label={t('vote.leftOf', { left, all: budget })}
      title={t('vote.leftOf', { left, all: budget })}
    >
      <span className="dots-left-row" aria-hidden="true">
        {Array.from({ length: few }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike and never change places
          <i key={at} className={at < filled ? 'dot dot-left' : 'dot'} />
        ))}
      </span>
      <span aria-hidden="true">{t('vote.left', { n: left })}</span>
    </span>
  );
}

function PeopleButton(): ReactElement {
  const { ui } = useModel();
  const peers = usePeers();
  const me = useMe();
  const count = usePeopleHere();
  const here = [...new Set([...(me ? [me.participant] : []), ...peers.map((peer) => peer.participant)])];
  return (
    <Hinted label={t('people.button', { n: count })} side="bottom">
      <PlainButton
        className="people-button"
        aria-label={t('people.button', { n: count })}
        onPress={() => ui.dialog.set('people')}
      >
        <Faces people={here} count={count} />
      </PlainButton>
    </Hinted>
  );
}

function ViewSwitch(): ReactElement {
  const { ui } = useModel();
  const list = useSource(ui.view) === 'list';
  return (
    <IconButton
      icon={list ? 'canvas' : 'list'}
      label={t(list ? 'board.canvas' : 'board.list')}
      side="bottom"
      onPress={() => ui.view.set(list ? 'canvas' : 'list')}
    />
  );
}
