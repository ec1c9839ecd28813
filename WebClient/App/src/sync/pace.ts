import { limits } from '../wire';

/** Half of what a person may send at once: their other tabs need some of it too. */
const burst = limits.commandBurst / 2;

/** A little less than what a person may send on average. */
const perSecond = limits.commandsPerSecond * 0.9;

/** How many commands may be sent now without meeting the server's limits: a bucket that fills steadily. */
export class Pace {
  private tokens = burst;
  private filledAt: number;

  constructor(now: number) {
    this.filledAt = now;
  }

  /** Commands that may be sent now. */
  allowance(now: number): number {
    const elapsedMs = Math.max(0, now - this.filledAt);
    this.tokens = Math.min(burst, this.tokens + (elapsedMs * perSecond) / 1000);
    this.filledAt = now;
    return Math.floor(this.tokens);
  }

  spend(commands: number): void {
    this.tokens -= commands;
  }

  /** Milliseconds until at least one command may be sent. */
  waitMs(now: number): number {
    return this.allowance(now) >= 1 ? 0 : Math.ceil(((1 - this.tokens) * 1000) / perSecond);
  }
}
