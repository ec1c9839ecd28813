/** Shortest and longest time to glide to a new place, in milliseconds: about the time between two frames of presence. */
const shortestMs = 30;
const longestMs = 120;

/** A way from one place to the next in a straight line, so that a cursor heard of 10 to 20 times a second moves smoothly. */
export class Glide {
  private constructor(
    private readonly fromX: number,
    private readonly fromY: number,
    private readonly toX: number,
    private readonly toY: number,
    private readonly begunAt: number,
    private readonly ms: number,
  ) {}

  /** Goes on from where the earlier glide is now; stands at once where there was none. */
  static to(earlier: Glide | null, x: number, y: number, now: number): Glide {
    if (earlier === null) {
      return new Glide(x, y, x, y, now, shortestMs);
    }
    const from = earlier.at(now);
    const ms = Math.min(longestMs, Math.max(shortestMs, now - earlier.begunAt));
    return new Glide(from.x, from.y, x, y, now, ms);
  }

  /** The place at a moment; the end once the time is over. */
  at(now: number): { x: number; y: number } {
    const share = Math.min(1, Math.max(0, (now - this.begunAt) / this.ms));
    return { x: this.fromX + (this.toX - this.fromX) * share, y: this.fromY + (this.toY - this.fromY) * share };
  }
}
