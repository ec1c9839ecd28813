import type { VoteMethod, VoteRecord, VoteRow } from '../wire';

/** How the values of a result are drawn: from 0 to the end of the axis, as bars where they are sums, as points where they are measurements. */
export interface Scale {
  readonly end: number;
  readonly draws: 'bar' | 'point';
  /** Whether rows have an interval of their own. */
  readonly intervals: boolean;
  /** A value that divides the axis, such as an even chance; 0 for none. */
  readonly middle: number;
}

export function scaleOf({ plan, results: { rows, voters } }: VoteRecord): Scale {
  const highest = Math.max(1, ...rows.map(({ value, high }) => Math.max(value, high)));
  const intervals = rows.some(({ low, high }) => high > low);
  switch (plan.method) {
    case 'approval':
      return { end: Math.max(1, voters), draws: 'bar', intervals, middle: 0 };
    case 'score':
      return { end: Math.max(1, plan.budget), draws: 'point', intervals, middle: 0 };
    case 'pairwise':
      return { end: 1, draws: 'point', intervals, middle: 0.5 };
    case 'ranking':
      return { end: Math.max(1, rows.length - 1), draws: 'bar', intervals, middle: 0 };
    default:
      return { end: highest, draws: 'bar', intervals, middle: 0 };
  }
}

/** Where a value lies on the axis, 0 to 100. */
export function placeOn({ end }: Scale, value: number): number {
  return Math.max(0, Math.min(100, (value / end) * 100));
}

/** Digits after the point that say something: none for counts. */
export function digitsOf(method: VoteMethod): number {
  return method === 'score' ? 2 : 0;
}

/** Whether the order of two rows is within what chance can do: their intervals overlap. */
export function isClose(one: VoteRow, other: VoteRow): boolean {
  return one.high > one.low && other.high > other.low && one.low <= other.high && other.low <= one.high;
}

/** Rows whose place is not sure against their neighbour's, as the first and last place of each run. */
export function closeRuns(rows: readonly VoteRow[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  let from = 0;
  for (let at = 1; at <= rows.length; at++) {
    const [before, row] = [rows[at - 1], rows[at]];
    if (row === undefined || before === undefined || !isClose(before, row)) {
      const [first, last] = [rows[from], rows[at - 1]];
      if (first !== undefined && last !== undefined && at - 1 > from) {
        runs.push([first.place, last.place]);
      }
      from = at;
    }
  }
  return runs;
}
