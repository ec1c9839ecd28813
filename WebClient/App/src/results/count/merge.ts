import type { CastBallot, CastPair } from './cast';

/** A ballot with what was given to merged options given to the one they count as: of several the most counts, never the sum. */
export function merged(ballot: CastBallot, into: ReadonlyMap<string, string>): CastBallot {
  if (into.size === 0) {
    return ballot;
  }
  const of = (option: string): string => into.get(option) ?? option;
  const marks: Record<string, number> = {};
  for (const [option, value] of Object.entries(ballot.marks)) {
    marks[of(option)] = Math.max(marks[of(option)] ?? value, value);
  }
  return { marks, ranking: [...new Set(ballot.ranking.map(of))], pairs: mergedPairs(ballot.pairs, of) };
}

/** Comparisons among merged options say nothing any more; of several with the same other option, one is left: the answer that most of them gave. */
function mergedPairs(pairs: readonly CastPair[], of: (option: string) => string): readonly CastPair[] {
  const leads = new Map<string, { first: string; second: string; lead: number }>();
  for (const pair of pairs) {
    const [first = '', second = ''] = [of(pair.first), of(pair.second)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    if (first !== second) {
      const key = `${first} ${second}`;
      const known = leads.get(key) ?? { first, second, lead: 0 };
      known.lead += pair.better === '' ? 0 : of(pair.better) === first ? 1 : -1;
      leads.set(key, known);
    }
  }
  return [...leads.values()].map(({ first, second, lead }) => ({
    first,
    second,
    better: lead > 0 ? first : lead < 0 ? second : '',
  }));
}

/** A ballot without the options that are gone. */
export function without({ marks, ranking, pairs }: CastBallot, gone: ReadonlySet<string>): CastBallot {
  return {
    marks: Object.fromEntries(Object.entries(marks).filter(([option]) => !gone.has(option))),
    ranking: ranking.filter((option) => !gone.has(option)),
    pairs: pairs.filter(({ first, second }) => !gone.has(first) && !gone.has(second)),
  };
}
