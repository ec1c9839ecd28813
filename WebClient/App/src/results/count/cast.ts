/** What one person said. A method reads the part that it is about. */
export interface CastBallot {
  readonly marks: Readonly<Record<string, number>>;
  /** The best first. */
  readonly ranking: readonly string[];
  readonly pairs: readonly CastPair[];
}

/** Two options that one person compared; `better` is empty where they could not decide. */
export interface CastPair {
  readonly first: string;
  readonly second: string;
  readonly better: string;
}

/** What an option came to. */
export interface Tally {
  readonly option: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How many people said anything about it. */
  readonly voters: number;
  readonly fits: boolean;
}

/** A tally without an interval. */
export function exact(option: string, value: number, voters: number): Tally {
  return { option, value, low: value, high: value, voters, fits: true };
}
