import type { CastBallot, Tally } from './cast';
import { z } from './interval';

/** Drawn comparisons that each option is thought to have had with one of strength 1. */
const prior = 1;
const mostSteps = 10_000;
const precise = 1e-10;

/**
 * Strengths by the model of Bradley and Terry (Biometrika 39, 1952), found by Hunter's MM algorithm (Annals of Statistics 32, 2004), as shares of
 * comparisons with an average option that each would win.
 */
export function countPairs(options: readonly string[], ballots: readonly CastBallot[]): readonly Tally[] {
  const wins = winsOf(options, ballots);
  const strengths = strengthsOf(wins);
  const mean = strengths.reduce((sum, strength) => sum + Math.log(strength), 0) / Math.max(1, strengths.length);
  const errors = errorsOf(wins, strengths);
  return options.map((option, i) => {
    const log = Math.log(strengths[i] ?? 1) - mean;
    const half = z * (errors[i] ?? 0);
    const voters = ballots.filter(({ pairs }) =>
      pairs.some(({ first, second }) => first === option || second === option),
    );
    return {
      option,
      value: share(log),
      low: share(log - half),
      high: share(log + half),
      voters: voters.length,
      fits: true,
    };
  });
}

/** How often each option, by its place in the list, was found better than each other one. */
export function winsOf(options: readonly string[], ballots: readonly CastBallot[]): readonly (readonly number[])[] {
  const at = new Map(options.map((option, index) => [option, index]));
  const wins = options.map(() => options.map(() => 0));
  for (const { first, second, better } of ballots.flatMap(({ pairs }) => pairs)) {
    const [one, other] = better === first ? [at.get(first), at.get(second)] : [at.get(second), at.get(first)];
    const line = one === undefined ? undefined : wins[one];
    if (better !== '' && line !== undefined && other !== undefined && one !== other) {
      line[other] = (line[other] ?? 0) + 1;
    }
  }
  return wins;
}

type Matrix = readonly (readonly number[])[];

function cell(matrix: Matrix, i: number, j: number): number {
  return matrix[i]?.[j] ?? 0;
}

function strengthsOf(wins: Matrix): number[] {
  const won = wins.map((line) => prior / 2 + line.reduce((sum, one) => sum + one, 0));
  const strengths = wins.map(() => 1);
  for (let step = 0, largest = 1; step < mostSteps && largest >= precise; step++) {
    largest = 0;
    for (let i = 0; i < strengths.length; i++) {
      const now = strengths[i] ?? 1;
      const next = (won[i] ?? 0) / weight(wins, strengths, i);
      largest = Math.max(largest, Math.abs(Math.log(next / now)));
      strengths[i] = next;
    }
  }
  return strengths;
}

/** Hunter's equation (3): an option's comparisons, each over the sum of both strengths. */
function weight(wins: Matrix, strengths: readonly number[], i: number): number {
  const own = strengths[i] ?? 1;
  return strengths.reduce(
    (sum, other, j) => sum + (i === j ? 0 : (cell(wins, i, j) + cell(wins, j, i)) / (own + other)),
    prior / (own + 1),
  );
}

/** Standard errors of log strengths about their mean: from the inverse of the likelihood's curvature. */
function errorsOf(wins: Matrix, strengths: readonly number[]): readonly number[] {
  const size = strengths.length;
  const curvature = strengths.map((own, i) =>
    strengths.map((other, j) => (i === j ? (prior * own) / (own + 1) ** 2 : -information(wins, i, j, own, other))),
  );
  strengths.forEach((own, i) => {
    const line = curvature[i] ?? [];
    line[i] = strengths.reduce(
      (sum, other, j) => sum + (i === j ? 0 : information(wins, i, j, own, other)),
      line[i] ?? 0,
    );
  });
  const covariance = inverse(curvature);
  const means = covariance.map((line) => line.reduce((sum, one) => sum + one, 0) / size);
  const mean = means.reduce((sum, one) => sum + one, 0) / Math.max(1, size);
  return strengths.map((_, i) => Math.sqrt(Math.max(0, cell(covariance, i, i) - 2 * (means[i] ?? 0) + mean)));
}

function information(wins: Matrix, i: number, j: number, own: number, other: number): number {
  return ((cell(wins, i, j) + cell(wins, j, i)) * own * other) / (own + other) ** 2;
}

/** Gauss and Jordan's elimination with the largest pivot of each column. */
function inverse(matrix: Matrix): Matrix {
  const size = matrix.length;
  const lines = matrix.map((line, i) => [...line, ...matrix.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    const pivot = lines.reduce(
      (best, _, row) =>
        row > column && Math.abs(cell(lines, row, column)) > Math.abs(cell(lines, best, column)) ? row : best,
      column,
    );
    const [chosen = [], moved = []] = [lines[pivot], lines[column]];
    lines[pivot] = moved;
    const scale = chosen[column] ?? 1;
    const line = chosen.map((one) => one / scale);
    lines[column] = line;
    for (let row = 0; row < size; row++) {
      const factor = row === column ? 0 : cell(lines, row, column);
      if (factor !== 0) {
        lines[row] = (lines[row] ?? []).map((one, k) => one - factor * (line[k] ?? 0));
      }
    }
  }
  return lines.map((line) => line.slice(size));
}

function share(log: number): number {
  return 1 / (1 + Math.exp(-log));
}
