import type { CastBallot, Tally } from './cast';
import { countDots } from './sums';

const slack = 1e-9;

interface Priced {
  readonly id: string;
  readonly price: number;
}

/**
 * What fits into what people have together, by the method of equal shares (Peters, Pierczyński and Skowron, NeurIPS 2021), filled up with what has the most
 * points and still fits. The value is the points that people gave.
 */
export function countBudget(
  options: readonly Priced[],
  ballots: readonly CastBallot[],
  purse: number,
): readonly Tally[] {
  const points = countDots(
    options.map(({ id }) => id),
    ballots,
  );
  const bought = buy(options, ballots, purse);
  let left = purse * ballots.length - options.reduce((sum, { id, price }) => sum + (bought.has(id) ? price : 0), 0);
  const pointsOf = (id: string): number => points.find(({ option }) => option === id)?.value ?? 0;
  for (const { id, price } of [...options].sort((one, other) => pointsOf(other.id) - pointsOf(one.id))) {
    if (price <= left && pointsOf(id) > 0 && !bought.has(id)) {
      bought.add(id);
      left -= price;
    }
  }
  return points.map((tally) => ({ ...tally, fits: bought.has(tally.option) }));
}

function buy(options: readonly Priced[], ballots: readonly CastBallot[], purse: number): Set<string> {
  const marks = ballots
    .map((ballot) => ({ marks: ballot.marks, text: textOf(ballot.marks) }))
    .sort((one, other) => compare(one.text, other.text))
    .map((each) => each.marks);
  const purses = marks.map(() => purse);
  const bought = new Set<string>();
  for (
    let best = cheapest(options, marks, purses, bought);
    best !== null;
    best = cheapest(options, marks, purses, bought)
  ) {
    const { id, perPoint } = best;
    bought.add(id);
    marks.forEach((mark, i) => {
      const own = purses[i] ?? 0;
      purses[i] = Math.max(0, own - Math.min(own, perPoint * (mark[id] ?? 0)));
    });
  }
  return bought;
}

/** Ballots are taken in an order of their own, so that sums of fractions do not hang on the order of the file. */
function textOf(marks: CastBallot['marks']): string {
  return Object.entries(marks)
    .sort(([one], [other]) => compare(one, other))
    .map(([option, value]) => `${option}:${value}`)
    .join(',');
}

/** By UTF-16 code units, as the server compares. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function cheapest(
  options: readonly Priced[],
  marks: readonly CastBallot['marks'][],
  purses: readonly number[],
  bought: ReadonlySet<string>,
): { readonly id: string; readonly perPoint: number } | null {
  let best: { readonly id: string; readonly perPoint: number } | null = null;
  for (const { id, price } of options) {
    const cost = bought.has(id) ? null : perPointOf(id, price, marks, purses);
    if (cost !== null && (best === null || cost < best.perPoint - slack)) {
      best = { id, perPoint: cost };
    }
  }
  return best;
}

/** What a point costs when supporters pay the price in proportion to their points and nobody more than they have; null where they cannot. */
function perPointOf(
  id: string,
  price: number,
  marks: readonly CastBallot['marks'][],
  purses: readonly number[],
): number | null {
  const supporters = marks
    .map((mark, i) => ({ points: mark[id] ?? 0, purse: purses[i] ?? 0 }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => one.purse / one.points - other.purse / other.points);
  if (supporters.length === 0 || supporters.reduce((sum, { purse }) => sum + purse, 0) < price - slack) {
    return null;
  }
  // Those who have least for their points pay all they have; the rest share what is left.
  let [rest, points] = [price, supporters.reduce((sum, each) => sum + each.points, 0)];
  for (const { points: own, purse } of supporters) {
    const each = rest / points;
    if (each * own <= purse + slack) {
      return Math.max(0, each);
    }
    [rest, points] = [rest - purse, points - own];
  }
  const last = supporters.at(-1);
  return last === undefined ? null : last.purse / last.points;
}
