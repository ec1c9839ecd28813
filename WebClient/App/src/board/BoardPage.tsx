import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { asParticipant } from '../moderation/asParticipant';
import { Notice, Waiting } from '../pages/Notice';
import { Outside } from '../pages/Outside';
import { type BoardSession, openBoard } from '../sync';
import { BoardProvider, useSource } from '../sync/react';
import { t } from '../words/t';
import { BoardScreen } from './BoardScreen';
import { type Model, ModelProvider, makeModel } from './model/model';
import { followHolds } from './presence/holds';

/** Opens a board and shows it, or says why it cannot be shown and what to do next. */
export default function BoardPage({ board }: { board: string }): ReactElement | null {
  const [session, setSession] = useState<BoardSession | null>(null);
  const participant = useSource(asParticipant);
  useEffect(() => {
    const opened = openBoard(board, participant);
    setSession(opened);
    return () => opened.close();
  }, [board, participant]);
  // It is this board's alone: on the next one a host is a host.
  useEffect(() => () => asParticipant.set(false), []);
  return session && <OpenBoard session={session} />;
}

/** A board that is open, with everything its screen works with. */
export function OpenBoard({
  session,
  prepare,
}: {
  session: BoardSession;
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
          <Content model={model} />
        </ModelProvider>
      </BoardProvider>
    )
  );
}

function Content({ model: { session } }: { model: Model }): ReactElement {
  const { link } = useSource(session.status);
  const again = useCallback(() => session.retry(), [session]);
  const shown = session.records.get('board', 'board') !== undefined;
  switch (link) {
    case 'notMember':
    case 'removed':
      return <Outside board={session.board} wasIn={link === 'removed'} onIn={again} />;
    case 'notFound':
      return <Notice title={t('join.gone')} text={t('join.goneNext')} />;
    case 'tooManyTabs':
      return (
        <Notice title={t('error.tooManyTabs')} text={t('error.tooManyTabsNext')} onAgain={() => session.retry()} />
      );
    case 'busy':
      return shown ? (
        <BoardScreen />
      ) : (
        <Notice title={t('error.busy')} text={t('error.busyNext')} onAgain={() => session.retry()} />
      );
    case 'unavailable':
      return shown ? (
        <BoardScreen />
      ) : (
        <Notice title={t('error.unavailable')} text={t('error.unavailableNext')} onAgain={() => session.retry()} />
      );
    case 'offline':
      return shown ? (
        <BoardScreen />
      ) : (
        <Notice title={t('board.opening')} text={t('error.offline')} onAgain={() => session.retry()} />
      );
    case 'connecting':
      return shown ? <BoardScreen /> : <Waiting words={t('board.opening')} />;
    default:
      return <BoardScreen />;
  }
}
