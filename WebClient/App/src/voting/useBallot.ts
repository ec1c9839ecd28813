import { useEffect, useState } from 'react';
import { emptyBallot } from '../sync';
import { useBoard, useRecord } from '../sync/react';
import type { BallotRecord, PairOutcome, PairToCompare, VoteRecord } from '../wire';

/** One's own order comes with the ballot. Rows that change places under a finger are worse than a moment's wait; without a connection nobody waits longer. */
const ORDER_WAIT_MS = 1_500;

/** A person's ballot in a vote, and what they can do with it. Everything shows at once; what the board refuses is taken back with a sentence. */
export interface Ballot {
  readonly ballot: BallotRecord;
  /** Whether one's own order is here, or has been waited for long enough. */
  readonly ready: boolean;
  readonly mark: (option: string, value: number) => void;
  readonly rank: (options: readonly string[]) => void;
  readonly compare: (pair: PairToCompare, outcome: PairOutcome) => void;
  readonly finish: (finished: boolean) => void;
}

export function useBallot(vote: VoteRecord): Ballot {
  const board = useBoard();
  const stored = useRecord('ballot', vote.id);
  const ballot = stored ?? emptyBallot(vote);
  const { id } = vote;
  const has = stored !== undefined;
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    // One's own order comes with the ballot, and in a vote by pairs the first pair.
    if (!has) {
      board.send({ type: 'takeBallot', vote: id });
    }
  }, [board, id, has]);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), ORDER_WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return {
    ballot,
    ready: has || waited,
    mark: (option, value) => {
      if ((ballot.marks[option] ?? (vote.plan.method === 'score' ? -1 : 0)) !== value) {
        board.send({ type: 'markOption', vote: id, option, value });
      }
    },
    rank: (options) => void board.send({ type: 'rankOptions', vote: id, options }),
    compare: (pair, outcome) => void board.send({ type: 'comparePair', vote: id, ...pair, outcome }),
    finish: (finished) => void board.send({ type: 'finishBallot', vote: id, finished }),
  };
}
