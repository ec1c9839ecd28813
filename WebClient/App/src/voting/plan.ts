import type { TieBreak, VoteMethod, VoteOptions, VotePlan } from '../wire';

export type PlanMethod = Exclude<VoteMethod, 'none'>;

/** The methods in the order in which they are offered: the simplest first. */
export const methods: readonly PlanMethod[] = [
  'dots',
  'approval',
  'score',
  'ranking',
  'pairwise',
  'quadratic',
  'budget',
];

/** What a method gives each person: what it is called, how much is usual, and the most. */
export interface BudgetRange {
  readonly word: 'dots' | 'score' | 'credits' | 'pairs' | 'points';
  readonly usual: number;
  readonly most: number;
}

/** The budget of a method on so many options; null where it has none. */
export function budgetOf(method: PlanMethod, options: number): BudgetRange | null {
  switch (method) {
    case 'dots':
      // About a quarter as many dots as options: Dotmocracy's usual advice, at least three.
      return { word: 'dots', usual: Math.max(3, Math.round(options / 4)), most: 1000 };
    case 'score':
      return { word: 'score', usual: 5, most: 100 };
    case 'quadratic':
      return { word: 'credits', usual: 25, most: 1000 };
    case 'pairwise':
      return {
        word: 'pairs',
        usual: Math.max(1, Math.min(30, Math.round(options * 1.5), (options * (options - 1)) / 2)),
        most: 200,
      };
    case 'budget':
      return { word: 'points', usual: 100, most: 1_000_000 };
    default:
      return null;
  }
}

/** Whether tallies can be shown while people vote: not where each option is compared with each. */
export function canBeLive(method: PlanMethod): boolean {
  return method !== 'ranking' && method !== 'pairwise';
}

/** The rules of a vote from what its host chose; what the method does not have is left out. */
export function planOf(chosen: {
  readonly method: PlanMethod;
  readonly count: number;
  readonly budget: number | null;
  readonly perOption: number;
  readonly options: VoteOptions;
  readonly top: number;
  readonly segments: readonly string[];
  readonly tieBreak: TieBreak;
  readonly live: boolean;
}): VotePlan {
  const { method, count, budget, perOption, live, ...rest } = chosen;
  const range = budgetOf(method, count);
  return {
    method,
    budget: range === null ? 0 : Math.max(1, Math.min(range.most, budget ?? range.usual)),
    perOption: method === 'dots' ? perOption : 0,
    live: live && canBeLive(method),
    ...rest,
  };
}
