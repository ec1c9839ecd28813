import type { BallotOption, BallotRecord, VotePlan, VoteRecord } from '../wire';

/** What a ballot's marks may be, and what they cost. The board decides; this shows it at once and offers nothing that would be refused. */

/** What a mark of this value takes from what a person has. */
export function costOf({ method }: VotePlan, value: number): number {
  switch (method) {
    case 'dots':
    case 'budget':
      return value;
    case 'quadratic':
      return value * value;
    default:
      return 0;
  }
}

/** Whether the method gives each person something to spend. */
export function hasBudget(plan: VotePlan): boolean {
  return plan.method === 'dots' || plan.method === 'quadratic' || plan.method === 'budget';
}

/** What the marks take together. */
export function spent({ plan }: Pick<VoteRecord, 'plan'>, marks: BallotRecord['marks']): number {
  return Object.values(marks).reduce<number>((sum, value) => sum + costOf(plan, value ?? 0), 0);
}

/** The highest value that this person can give an option now. */
export function mostFor(vote: VoteRecord, marks: BallotRecord['marks'], option: BallotOption): number {
  const { plan } = vote;
  const now = marks[option.id] ?? 0;
  if (option.removed) {
    return now;
  }
  switch (plan.method) {
    case 'approval':
      return 1;
    case 'score':
      return plan.budget;
    default:
      return Math.max(now, affordable(plan, plan.budget - spent(vote, marks) + costOf(plan, now)));
  }
}

function affordable({ method, perOption }: VotePlan, left: number): number {
  switch (method) {
    case 'dots':
      return perOption > 0 ? Math.min(perOption, left) : left;
    case 'quadratic':
      return Math.floor(Math.sqrt(Math.max(0, left)));
    case 'budget':
      return left;
    default:
      return 0;
  }
}

/** The least that − and + change: in a budget about a tenth of what one has, as a round number. */
export function stepOf({ method, budget }: VotePlan): number {
  return method === 'budget' ? Math.max(1, Number((budget / 10).toPrecision(1))) : 1;
}

/** The mark that a wish for a value comes to, within what may be and is affordable. */
export function fitting(vote: VoteRecord, marks: BallotRecord['marks'], option: BallotOption, wish: number): number {
  return Math.max(0, Math.min(wish, mostFor(vote, marks, option)));
}

/** Options in this person's own order, the others after them as they stand in the vote. What was removed is there only as long as it has something. */
export function inOwnOrder({ options }: VoteRecord, { order, marks, ranking }: BallotRecord): readonly BallotOption[] {
  const place = new Map(order.map((id, at) => [id, at]));
  return options
    .filter(({ id, removed }) => !removed || marks[id] !== undefined || ranking.includes(id))
    .sort((a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length));
}

/** How many options got something from this person. */
export function marked({ marks, ranking, pairs }: BallotRecord): number {
  return Object.keys(marks).length + ranking.length + pairs;
}

/** The order with an option put at a place (0 is best), or taken out with a place below 0. */
export function placed(ranking: readonly string[], option: string, place: number): readonly string[] {
  const others = ranking.filter((id) => id !== option);
  return place < 0 ? others : [...others.slice(0, place), option, ...others.slice(place)];
}

/** A ballot on which nothing is marked yet: what is shown before the board has sent one. */
export function emptyBallot({ id, plan, options }: VoteRecord): BallotRecord {
  const none = { first: '', second: '' };
  const order = options.map((option) => option.id);
  return {
    id,
    marks: {},
    ranking: [],
    pairs: 0,
    next: none,
    order,
    left: hasBudget(plan) ? plan.budget : 0,
    finished: false,
    rested: false,
    receipt: '',
  };
}
