import type { TieBreak } from '../../wire';
import type { Tally } from './cast';
import { sha256 } from './sha256';

/** Values are shown and compared with so many digits. */
const digits = 1e6;

export interface Placed {
  readonly tally: Tally;
  readonly place: number;
}

/** The tallies with their places, the best first. `tallies` are in the order of the options. */
export function placesOf(tallies: readonly Tally[], tieBreak: TieBreak, vote: string): readonly Placed[] {
  const age = new Map(tallies.map(({ option }, at) => [option, at]));
  const decide = (tally: Tally): number | string => {
    switch (tieBreak) {
      case 'shared':
        return 0;
      case 'voters':
        return -tally.voters;
      case 'older':
        return age.get(tally.option) ?? 0;
      case 'lot':
        return sha256(`${vote}:${tally.option}`);
    }
  };
  const keyed = tallies.map((tally) => ({ tally, value: rounded(tally.value), key: decide(tally) }));
  keyed.sort(
    (one, other) =>
      Number(other.tally.fits) - Number(one.tally.fits) ||
      other.value - one.value ||
      (one.key < other.key ? -1 : one.key > other.key ? 1 : 0),
  );
  const placed: Placed[] = [];
  keyed.forEach(({ tally, value, key }, at) => {
    const before = keyed[at - 1];
    const shares =
      before !== undefined && before.tally.fits === tally.fits && before.value === value && before.key === key;
    placed.push({ tally, place: shares ? (placed[at - 1]?.place ?? 1) : at + 1 });
  });
  return placed;
}

export function rounded(value: number): number {
  return Math.round(value * digits) / digits;
}
