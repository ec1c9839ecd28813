import type { SegmentCell, SegmentResults, VoteMethod, VoteRecord } from '../wire';
import { number, t } from '../words/t';
import { titleIn } from './names';
import { digitsOf, type Scale } from './scale';
import '../words/voting';

/** A value among the people of one segment, made comparable between segments of different sizes. */
export interface SegmentValue {
  /** The segment; empty for everybody else. */
  readonly segment: string;
  /** How many people it is of; 0 where nobody said anything. */
  readonly people: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One option with its value in each segment, in the order of the segments; null for what is left out, because too few said something about it. */
export interface SegmentLine {
  readonly option: string;
  readonly values: readonly (SegmentValue | null)[];
}

const sums: ReadonlySet<VoteMethod> = new Set(['dots', 'quadratic', 'budget', 'approval']);

/** The options as they stand in the result, each with what it came to in every segment: for each person where the result is a sum. */
export function segmentLines({ plan, results, segments }: VoteRecord): readonly SegmentLine[] {
  const cells = segments.map((part) => new Map(part.cells.map((cell) => [cell.option, cell])));
  return results.rows.map(({ option }) => ({
    option,
    values: segments.map((part, at) => {
      const cell = cells[at]?.get(option);
      return cell === undefined ? null : comparable(plan.method, part, cell);
    }),
  }));
}

function comparable(method: VoteMethod, { segment }: SegmentResults, cell: SegmentCell): SegmentValue {
  const each = sums.has(method) ? Math.max(1, cell.people) : 1;
  return {
    segment,
    people: cell.people,
    value: cell.value / each,
    low: cell.low / each,
    high: cell.high / each,
  };
}

/** How the values of segments are drawn: all on one axis, so that they can be compared. */
export function segmentScale({ plan, results }: VoteRecord, lines: readonly SegmentLine[]): Scale {
  const values = lines.flatMap((line) => line.values.flatMap((value) => value ?? []));
  const intervals = values.some(({ low, high }) => high > low);
  const share = plan.method === 'approval' || plan.method === 'pairwise';
  const end = share
    ? 1
    : plan.method === 'score'
      ? Math.max(1, plan.budget)
      : plan.method === 'ranking'
        ? Math.max(1, results.rows.length - 1)
        : Math.max(0.1, ...values.map(({ value, high }) => Math.max(value, Math.min(high, value * 2))));
  const draws = plan.method === 'score' || plan.method === 'pairwise' ? 'point' : 'bar';
  return { end, draws, intervals, middle: plan.method === 'pairwise' ? 0.5 : 0 };
}

/** A segment's value as people read it. */
export function segmentWords(method: VoteMethod, { value, people }: SegmentValue): string {
  if (people === 0) {
    return '–';
  }
  return method === 'approval' || method === 'pairwise'
    ? t('results.percent', { n: Math.round(value * 100) })
    : number(value, method === 'ranking' ? 0 : Math.max(1, digitsOf(method)));
}

/** What a segment is called. */
export function segmentName(segment: string): string {
  return segment === '' ? t('results.otherPeople') : segment;
}

/** The cells of the table behind the picture, names of columns first. */
export function segmentCells(vote: VoteRecord): readonly (readonly string[])[] {
  const head = [
    t('results.option'),
    ...vote.segments.flatMap(({ segment }) => [
      segmentName(segment),
      `${segmentName(segment)}: ${t('results.voters')}`,
    ]),
  ];
  const rows = segmentLines(vote).map(({ option, values }) => [
    titleIn(vote, option),
    ...values.flatMap((value) =>
      value === null ? [t('results.tooFew'), ''] : [segmentWords(vote.plan.method, value), String(value.people)],
    ),
  ]);
  return [head, ...rows];
}
