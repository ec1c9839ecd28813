import { useEffect } from 'react';
import { emptyBallot } from '../sync';
import { useBoard, useMe, useRecord } from '../sync/react';
import type { BallotRecord, Membership, PairOutcome, PairToCompare, VotePlan, VoteRecord } from '../wire';

/** A person's ballot in a vote, and what they can do with it. Everything shows at once; what the board refuses is taken back with a sentence. */
export interface Ballot {
  readonly ballot: BallotRecord;
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
  useEffect(() => {
    // One's own order comes with the ballot, and in a vote by pairs the first pair.
    if (!has) {
      board.send({ type: 'takeBallot', vote: id });
    }
  }, [board, id, has]);
  return {
    ballot,
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

/** Whether this person's vote counts here. */
export function mayVote(me: Membership | null, plan: VotePlan): boolean {
  return me !== null && me.role !== 'observer' && (plan.segments.length === 0 || plan.segments.includes(me.segment));
}

/** Whether the viewer's vote counts here. */
export function useMayVote(plan: VotePlan): boolean {
  return mayVote(useMe(), plan);
}
