import { type ReactElement, Suspense, useEffect, useState } from 'react';
import { ApiError, enter, look, readMembership } from '../sync';
import { includes } from '../sync/roles';
import { part } from '../ui/part';
import type { LookAnswer } from '../wire';
import { t } from '../words/t';
import { Waiting } from './Notice';
import { type BoardView, boardPath, go } from './router';

const BoardPage = part(() => import('../board/BoardPage'));
const BadInvite = part(() => import('./BadInvite'));
const JoinPage = part(() => import('./JoinPage'));

/** `/b/BOARD`, with or without an invite's secret: whoever is on the board goes straight in, others are asked for a name. */
export function BoardDoor({ board, secret, view }: { board: string; secret: string; view: BoardView }): ReactElement {
  const [door, setDoor] = useState<'looking' | 'in' | 'invalid' | LookAnswer>(secret === '' ? 'in' : 'looking');

  useEffect(() => {
    let here = true;
    if (secret !== '') {
      findDoor(board, secret).then((found) => {
        if (here) {
          setDoor(found);
        }
        if (found === 'in' && here) {
          go(boardPath(board, view), true);
        }
      });
    }
    return () => {
      here = false;
    };
  }, [board, secret, view]);

  if (door === 'in' || secret === '') {
    return (
      <Suspense fallback={<Waiting words={t('board.opening')} />}>
        <BoardPage board={board} view={view} />
      </Suspense>
    );
  }
  if (door === 'looking') {
    return <Waiting words={t('join.looking')} />;
  }
  return (
    <Suspense fallback={<Waiting words={t('join.looking')} />}>
      {door === 'invalid' ? <BadInvite /> : <JoinPage entrance={door} by={{ board, secret }} view={view} />}
    </Suspense>
  );
}

/** Members go in; where the invite gives them a better role, they get it on the way. */
async function findDoor(board: string, secret: string): Promise<'in' | 'invalid' | LookAnswer> {
  try {
    const entrance = await look({ board, secret });
    if (!entrance.isMember) {
      return entrance;
    }
    const member = await readMembership(board);
    if (!includes(member.role, entrance.role)) {
      await enter({ board, secret }, { name: member.name, colour: member.colour });
    }
    return 'in';
  } catch (problem) {
    return isRefusal(problem) && !(await isMember(board)) ? 'invalid' : 'in';
  }
}

/** Whether the server said no, rather than nothing, or "later". */
function isRefusal(problem: unknown): boolean {
  return problem instanceof ApiError && problem.status >= 400 && problem.status < 500 && problem.status !== 429;
}

function isMember(board: string): Promise<boolean> {
  return readMembership(board).then(
    () => true,
    () => false,
  );
}
