import { describe, expect, it } from 'vitest';
import type { EmbedAnswer } from '../wire';
import { Passes } from './passes';
import { TestClock } from './testing/clock';
import { SeededRandom } from './testing/random';

const quarter = 15 * 60_000;

function frame(ahead = 0) {
  const clock = new TestClock(new SeededRandom(1));
  let given = 0;
  let over = false;
  const fetchPass = async (): Promise<EmbedAnswer | 'notFound'> =>
    over ? 'notFound' : { pass: `pass ${++given}`, until: clock.now() + ahead + quarter };
  const passes = new Passes(clock, () => ahead, fetchPass);
  return { clock, passes, count: () => given, end: () => (over = true) };
}

describe('passes of a page in a frame', () => {
  it('are fetched when they are first needed, and used for as long as they are good', async () => {
    const { clock, passes, count } = frame(60 * 60_000);
    expect(await passes.now()).toBe('pass 1');
    await clock.pass(quarter / 2);
    expect(await passes.now()).toBe('pass 1');
    expect(count()).toBe(1);
    passes.stop();
  });

  it('are renewed before they end, by the server’s clock', async () => {
    const { clock, passes, count } = frame(-3_600_000);
    await passes.now();
    await clock.pass(quarter - 1);
    expect(count()).toBe(2);
    expect(await passes.now()).toBe('pass 2');
    passes.stop();
  });

  it('are not asked for by themselves once there are none any more', async () => {
    const { clock, passes, end } = frame();
    await passes.now();
    end();
    expect(await passes.renew()).toBe('notMember');
    await clock.pass(quarter + 1);
    await expect(passes.now()).rejects.toThrow();
  });

  it('stand in a picture’s address, which stays the same while its pass is good', async () => {
    const { clock, passes } = frame();
    await passes.now();
    expect(passes.address('/f')).toBe('/f?pass=pass%201');
    await clock.pass(quarter * 0.9);
    expect(passes.address('/f')).toBe('/f?pass=pass%201');
    expect(passes.address('/g')).toBe('/g?pass=pass%202');
    await clock.pass(quarter * 0.2);
    expect(passes.address('/f')).toBe('/f?pass=pass%202');
    passes.stop();
  });
});
