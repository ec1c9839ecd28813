import { describe, expect, it } from 'vitest';
import { AskingLocks, WebLocks } from './locks';
import { settled, TestClock } from './testing/clock';
import { SeededRandom } from './testing/random';

const forever = new AbortController().signal;

/** As much of the browser's lock manager as is used: one holder for each name, the others wait in line. */
class FakeLockManager {
  private readonly lines = new Map<string, Promise<unknown>>();

  request(name: string, options: { readonly signal?: AbortSignal }, whileHeld: () => Promise<void>): Promise<void> {
    const before = this.lines.get(name) ?? Promise.resolve();
    const turn = Promise.race([before, abortOf(options.signal)]).then(whileHeld);
    this.lines.set(
      name,
      turn.catch(() => before),
    );
    return turn;
  }
}

function abortOf(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}

describe('web locks', () => {
  it('hand a client over when the tab that held it lets go', async () => {
    const locks = new WebLocks(new FakeLockManager() as unknown as LockManager);
    const release = await locks.hold('client-0001', forever);
    let handed = false;
    const next = locks.hold('client-0001', forever).then(() => {
      handed = true;
    });
    await settled();
    expect(handed).toBe(false);
    release();
    await next;
    expect(handed).toBe(true);
  });

  it('stop waiting when that is not wanted any more', async () => {
    const locks = new WebLocks(new FakeLockManager() as unknown as LockManager);
    await locks.hold('client-0001', forever);
    const leaving = new AbortController();
    const waiting = locks.hold('client-0001', leaving.signal);
    leaving.abort();
    await expect(waiting).rejects.toThrow();
  });
});

describe('tabs that ask one another', () => {
  it('leave a client to the tab that answers for it, and take it over when none answers any more', async () => {
    const clock = new TestClock(new SeededRandom(1));
    const channels = [new LocalChannel(), new LocalChannel()] as const;
    channels[0].connect(channels[1]);
    const [first, second] = channels.map((channel) => new AskingLocks(channel as unknown as BroadcastChannel, clock));
    const held = first?.hold('client-0001', forever);
    await clock.pass(1_000);
    const release = await held;
    let taken = false;
    second?.hold('client-0001', forever).then(() => {
      taken = true;
    });
    await clock.pass(20_000);
    expect(taken).toBe(false);
    release?.();
    await clock.pass(6_000);
    expect(taken).toBe(true);
  });
});

/** Two ends of a channel; what is posted at one is heard at the other. */
class LocalChannel extends EventTarget {
  private other: LocalChannel | undefined;

  connect(other: LocalChannel): void {
    this.other = other;
    other.other = this;
  }

  postMessage(data: unknown): void {
    this.other?.dispatchEvent(new MessageEvent('message', { data }));
  }
}
