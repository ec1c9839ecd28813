import { type ReactElement, Suspense, useCallback, useEffect, useState } from 'react';
import { asParticipant } from '../moderation/asParticipant';
import { Notice, Waiting } from '../pages/Notice';
import type { BoardView } from '../pages/router';
import { type BoardSession, openBoard } from '../sync';
import { BoardProvider, useSource } from '../sync/react';
import { part } from '../ui/part';
import { t } from '../words/t';
import { BoardScreen } from './BoardScreen';
import { type Model, ModelProvider, makeModel } from './model/model';
import { followHolds } from './presence/holds';

const Outside = part(() => import('../pages/Outside'));
const ConsolePage = part(() => import('../console/ConsolePage'));
const BigScreen = part(() => import('../bigscreen/BigScreen'));

/** Opens a board and shows it, or says why it cannot be shown and what to do next. */
export default function BoardPage({ board, view }: { board: string; view: BoardView }): ReactElement | null {
  const [session, setSession] = useState<BoardSession | null>(null);
  const participant = useSource(asParticipant);
  useEffect(() => {
    const opened = openBoard(board, participant);
    setSession(opened);
    return () => opened.close();
  }, [board, participant]);
  // It is this board's alone: on the next one a host is a host.
  useEffect(() => () => asParticipant.set(false), []);
  return session && <OpenBoard session={session} view={view} />;
}

/** A board that is open, with everything its screen works with. */
export function OpenBoard({
  session,
  view = 'board',
  prepare,
}: {
  session: BoardSession;
  view?: BoardView;
  prepare?: (model: Model) => void;
}): ReactElement | null {
  const [model, setModel] = useState<Model | null>(null);
  useEffect(() => {
    const made = makeModel(session);
    const ends = [made.places.follow(), followHolds(session, made.holds)];
    prepare?.(made);
    setModel(made);
    return () => {
      for (const end of ends) {
        end();
      }
    };
  }, [session, prepare]);
  return (
    model && (
      <BoardProvider value={session}>
        <ModelProvider value={model}>
          <Content model={model} view={view} />
        </ModelProvider>
      </BoardProvider>
    )
  );
}

/** The board as it is to be shown. */
function Shown({ view }: { view: BoardView }): ReactElement {
  return view === 'board' ? (
    <BoardScreen />
  ) : (
    <Suspense fallback={<Waiting words={t('board.opening')} />}>
      {view === 'console' ? <ConsolePage /> : <BigScreen />}
    </Suspense>
  );
}

function Content({ model: { session }, view }: { model: Model; view: BoardView }): ReactElement {
  const { link, unsent } = useSource(session.status);
  const again = useCallback(() => session.retry(), [session]);
  const shown = session.records.get('board', 'board') !== undefined;
  switch (link) {
    case 'notMember':
    case 'removed':
      return (
        <Suspense fallback={<Waiting words={t('board.opening')} />}>
          <Outside board={session.board} wasIn={link === 'removed'} onIn={again} />
        </Suspense>
      );
    case 'notFound':
      return <Notice title={t('join.gone')} text={t('join.goneNext')} />;
    case 'tooManyTabs':
      return (
        <Notice title={t('error.tooManyTabs')} text={t('error.tooManyTabsNext')} onAgain={() => session.retry()} />
      );
    case 'busy':
      return shown ? (
        <Shown view={view} />
      ) : (
        <Notice title={t('error.busy')} text={t('error.busyNext')} onAgain={() => session.retry()} />
      );
    case 'unavailable':
      return shown ? (
        <Shown view={view} />
      ) : (
        <Notice title={t('error.unavailable')} text={t('error.unavailableNext')} onAgain={() => session.retry()} />
      );
    case 'offline':
      return shown ? (
        <Shown view={view} />
      ) : (
        <Notice title={t('error.offlineTitle')} text={awayWords(unsent)} onAgain={() => session.retry()} />
      );
    case 'connecting':
      return shown ? <Shown view={view} /> : <Waiting words={t('board.opening')} />;
    default:
      return <Shown view={view} />;
  }
}

/** Why there is no board to see, and that what one did is safe. */
function awayWords(unsent: number): string {
  return unsent === 0 ? t('error.offline') : `${t('error.offline')} ${t('saved.kept', { n: unsent })}`;
}
