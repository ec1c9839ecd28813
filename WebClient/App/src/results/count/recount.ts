import type { VotePlan, VoteRow } from '../../wire';
import { countPairs } from './bradleyTerry';
import type { CastBallot, Tally } from './cast';
import { countBudget } from './equalShares';
import { merged, without } from './merge';
import { type Placed, placesOf, rounded } from './places';
import { countRankings } from './schulze';
import { countApproval, countDots, countScores } from './sums';

/** What a vote is counted by. */
export interface Rules {
  readonly vote: string;
  readonly plan: VotePlan;
  /** In the order that decides between equals. */
  readonly options: readonly {
    readonly id: string;
    readonly price: number;
    readonly removed: boolean;
    readonly into: string;
  }[];
}

/** Counts ballots anew, in this browser: the same rules, and nothing from the server but the ballots. */
export function recount({ vote, plan, options }: Rules, ballots: readonly CastBallot[]): readonly Placed[] {
  const into = new Map(options.flatMap((option) => (option.into === '' ? [] : [[option.id, option.into] as const])));
  const gone = new Set(options.flatMap(({ id, removed }) => (removed ? id : [])));
  const counted = options.filter((option) => !option.removed && option.into === '');
  const cast = ballots.map((ballot) => merged(without(ballot, gone), into));
  return placesOf(tally(plan, counted, cast), plan.tieBreak, vote);
}

function tally(plan: VotePlan, options: Rules['options'], ballots: readonly CastBallot[]): readonly Tally[] {
  const ids = options.map(({ id }) => id);
  switch (plan.method) {
    case 'dots':
    case 'quadratic':
      return countDots(ids, ballots);
    case 'approval':
      return countApproval(ids, ballots);
    case 'score':
      return countScores(ids, ballots, plan.budget);
    case 'ranking':
      return countRankings(ids, ballots).tallies;
    case 'pairwise':
      return countPairs(ids, ballots);
    case 'budget':
      return countBudget(options, ballots, plan.budget);
    case 'none':
      return [];
  }
}

/** Whether a recount says the same as the published result: the same options in the same places with the same values. */
export function agrees(placed: readonly Placed[], rows: readonly VoteRow[]): boolean {
  return (
    placed.length === rows.length &&
    rows.every((row) => {
      const own = placed.find(({ tally }) => tally.option === row.option);
      return (
        own !== undefined &&
        own.place === row.place &&
        own.tally.fits === row.fits &&
        // Two machines may differ in the last of the digits that are published.
        Math.abs(rounded(own.tally.value) - row.value) < 2e-6
      );
    })
  );
}
