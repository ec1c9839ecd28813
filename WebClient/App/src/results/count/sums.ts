import type { CastBallot, Tally } from './cast';
import { ofMean, ofShare } from './interval';

/** Dots, and votes that cost their square: what people gave, added up. */
export function countDots(options: readonly string[], ballots: readonly CastBallot[]): readonly Tally[] {
  return options.map((option) => {
    const { sum, squares, voters } = add(option, ballots);
    const all = ballots.length;
    const [low, high] = all < 2 ? [sum, sum] : ofMean(sum, squares, all, 0, Number.MAX_VALUE).map((end) => end * all);
    return { option, value: sum, low: low ?? sum, high: high ?? sum, voters, fits: true };
  });
}

/** Approval: how many said yes. */
export function countApproval(options: readonly string[], ballots: readonly CastBallot[]): readonly Tally[] {
  return options.map((option) => {
    const yes = ballots.filter(({ marks }) => (marks[option] ?? 0) > 0).length;
    const [low, high] = ofShare(yes, ballots.length);
    return {
      option,
      value: yes,
      low: low * ballots.length,
      high: high * ballots.length,
      voters: yes,
      fits: true,
    };
  });
}

/** Scores: the mean of those who gave one. */
export function countScores(
  options: readonly string[],
  ballots: readonly CastBallot[],
  highest: number,
): readonly Tally[] {
  return options.map((option) => {
    const { sum, squares, voters } = add(option, ballots);
    const [low, high] = ofMean(sum, squares, voters, 0, highest);
    return { option, value: voters === 0 ? 0 : sum / voters, low, high, voters, fits: true };
  });
}

function add(
  option: string,
  ballots: readonly CastBallot[],
): { readonly sum: number; readonly squares: number; readonly voters: number } {
  const marks = ballots.flatMap((ballot) => ballot.marks[option] ?? []);
  return {
    sum: marks.reduce((sum, mark) => sum + mark, 0),
    squares: marks.reduce((sum, mark) => sum + mark * mark, 0),
    voters: marks.length,
  };
}
