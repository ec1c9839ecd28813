import { describe, expect, test } from 'vitest';
import { ServerClock } from './serverClock';
import { SeededRandom } from './testing/random';

describe('The server’s clock', () => {
  test('is unknown until an answer says something, and then right within a second', () => {
    const clock = new ServerClock();
    clock.hear(null, 0, 10);
    clock.hear('soon', 0, 10);
    expect(clock.ahead.get()).toBe(0);
    clock.hear(new Date(50_000).toUTCString(), 10_000, 10_040);
    expect(Math.abs(clock.ahead.get() - 40_480)).toBeLessThanOrEqual(500);
  });

  test('is known better with every answer, whatever the network does', () => {
    const random = new SeededRandom(7);
    const chance = (): number => random.next();
    const difference = 93_417;
    const clock = new ServerClock();
    for (let asked = 1_000_000; asked < 1_060_000; asked += 1_370) {
      const [there, back] = [chance() * 60, chance() * 60];
      const second = Math.floor((asked + there + difference) / 1000) * 1000;
      clock.hear(new Date(second).toUTCString(), asked, asked + there + back);
    }
    expect(Math.abs(clock.ahead.get() - difference)).toBeLessThan(100);
  });

  test('is learned anew when a clock was set', () => {
    const clock = new ServerClock();
    clock.hear(new Date(10_000).toUTCString(), 10_000, 10_000);
    clock.hear(new Date(910_000).toUTCString(), 11_000, 11_000);
    expect(Math.abs(clock.ahead.get() - 899_000)).toBeLessThanOrEqual(500);
  });
});
