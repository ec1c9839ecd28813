import { type CastBallot, exact, type Tally } from './cast';

/** An order by Schulze's method (Social Choice and Welfare 36, 2011), with winning votes: the value is how many others an option beats. */
export function countRankings(
  options: readonly string[],
  ballots: readonly CastBallot[],
): { readonly tallies: readonly Tally[]; readonly over: (one: string, other: string) => number } {
  const at = new Map(options.map((option, index) => [option, index]));
  const size = options.length;
  const preferred = new Int32Array(size * size);
  for (const { ranking } of ballots) {
    addBallot(preferred, size, [...new Set(ranking.flatMap((option) => at.get(option) ?? []))]);
  }
  const paths = strongestPaths(preferred, size);
  const beats = (i: number, j: number): boolean => (paths[i * size + j] ?? 0) > (paths[j * size + i] ?? 0);
  const tallies = options.map((option, i) =>
    exact(
      option,
      options.filter((_, j) => beats(i, j)).length,
      ballots.filter(({ ranking }) => ranking.includes(option)).length,
    ),
  );
  const over = (one: string, other: string): number => preferred[(at.get(one) ?? 0) * size + (at.get(other) ?? 0)] ?? 0;
  return { tallies, over };
}

/** What a ballot names is above what it names later, and above all that it does not name. */
function addBallot(preferred: Int32Array, size: number, ranking: readonly number[]): void {
  const above = new Set<number>();
  for (const option of ranking) {
    above.add(option);
    for (let other = 0; other < size; other++) {
      if (!above.has(other)) {
        preferred[option * size + other] = (preferred[option * size + other] ?? 0) + 1;
      }
    }
  }
}

/** Floyd and Warshall's algorithm with the weakest link in the place of the sum. */
function strongestPaths(preferred: Int32Array, size: number): Int32Array {
  const paths = preferred.map((for_, at) => {
    const against = preferred[(at % size) * size + Math.floor(at / size)] ?? 0;
    return for_ > against ? for_ : 0;
  });
  for (let via = 0; via < size; via++) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        if (i !== via && j !== via && i !== j) {
          const through = Math.min(paths[i * size + via] ?? 0, paths[via * size + j] ?? 0);
          paths[i * size + j] = Math.max(paths[i * size + j] ?? 0, through);
        }
      }
    }
  }
  return paths;
}
