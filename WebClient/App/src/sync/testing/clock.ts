import type { Cancel, Clock } from '../clock';
import type { SeededRandom } from './random';

interface Planned {
  readonly at: number;
  readonly turn: number;
  readonly action: () => void;
}

/** Time that passes only when a test says so. */
export class TestClock implements Clock {
  private time = 1_700_000_000_000;
  private turns = 0;
  private planned: Planned[] = [];

  constructor(private readonly chance: SeededRandom) {}

  now(): number {
    return this.time;
  }

  random(): number {
    return this.chance.next();
  }

  after(ms: number, action: () => void): Cancel {
    const planned = { at: this.time + Math.max(0, ms), turn: this.turns++, action };
    this.planned.push(planned);
    return () => {
      this.planned = this.planned.filter((each) => each !== planned);
    };
  }

  onFrame(action: () => void): Cancel {
    return this.after(16, action);
  }

  /** Lets so much time pass, with everything that is planned in it and everything that promises do in between. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    await settled();
    for (let next = this.nextUntil(end); next !== undefined; next = this.nextUntil(end)) {
      this.time = Math.max(this.time, next.at);
      next.action();
      await settled();
    }
    this.time = end;
  }

  /** Lets time pass until the condition holds; fails after so many milliseconds. */
  async until(condition: () => boolean, withinMs = 120_000): Promise<void> {
    const end = this.time + withinMs;
    while (!condition()) {
      if (this.time >= end) {
        throw new Error(`Still not so after ${withinMs} ms: ${condition.toString()}`);
      }
      await this.pass(25);
    }
  }

  private nextUntil(end: number): Planned | undefined {
    let next: Planned | undefined;
    for (const each of this.planned) {
      const sooner = next === undefined || each.at < next.at || (each.at === next.at && each.turn < next.turn);
      next = each.at <= end && sooner ? each : next;
    }
    this.planned = next === undefined ? this.planned : this.planned.filter((each) => each !== next);
    return next;
  }
}

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** Fulfilled when all promises that can go on have gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(0);
  });
}
