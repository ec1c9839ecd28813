import { Cell } from './source';

/**
 * How far the server's clock is ahead of this computer's, learned from the `Date` of its answers. That names a second; each answer says between which
 * bounds the difference lies, and together they say it better than a second.
 */
export class ServerClock {
  /** The difference in milliseconds; 0 until an answer came. */
  readonly ahead = new Cell(0);

  private least = Number.NEGATIVE_INFINITY;
  private most = Number.POSITIVE_INFINITY;

  /** An answer with this `Date` came; times are this computer's, Unix milliseconds. */
  hear(date: string | null, askedAt: number, answeredAt: number): void {
    const second = Date.parse(date ?? '');
    if (Number.isNaN(second)) {
      return;
    }
    const [least, most] = [second - answeredAt, second + 1000 - askedAt];
    // Bounds that do not meet mean that a clock was set meanwhile: what was learned before is forgotten.
    const meets = least <= this.most && most >= this.least;
    this.least = meets ? Math.max(this.least, least) : least;
    this.most = meets ? Math.min(this.most, most) : most;
    this.ahead.set(Math.round((this.least + this.most) / 2));
  }
}

/** The clock of the server that this page came from. */
export const serverClock = new ServerClock();
