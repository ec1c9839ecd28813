import { describe, expect, test } from 'vitest';
import { clockWords, contributionsOver, countdownAt, milestone, nextTick } from './countdown';

const running = { begunAt: 10_000, endsAt: 100_000, pausedLeft: 0 };

describe('A countdown', () => {
  test('says nothing where a step has no timer', () => {
    expect(countdownAt(undefined, 0, 0)).toBeNull();
    expect(countdownAt({ begunAt: 0, endsAt: 0, pausedLeft: 0 }, 60, 0)).toBeNull();
  });

  test('runs to the end by the server’s clock, and not below it', () => {
    expect(countdownAt(running, 0, 30_000)).toEqual({ left: 70_000, paused: false, mood: 'calm' });
    expect(countdownAt(running, 0, 9_500)?.left).toBe(90_000);
    expect(countdownAt(running, 0, 40_000)).toEqual({ left: 60_000, paused: false, mood: 'soon' });
    expect(countdownAt(running, 0, 100_000)).toEqual({ left: 0, paused: false, mood: 'over' });
    expect(countdownAt(running, 0, 900_000)).toEqual({ left: 0, paused: false, mood: 'over' });
  });

  test('gives one person the time that they alone have more', () => {
    expect(countdownAt(running, 60, 100_000)).toEqual({ left: 60_000, paused: false, mood: 'soon' });
  });

  test('stands still while it is paused', () => {
    const paused = { begunAt: 0, endsAt: 0, pausedLeft: 42_000 };
    expect(countdownAt(paused, 0, 1)).toEqual(countdownAt(paused, 0, 999_999));
    expect(countdownAt(paused, 0, 1)).toEqual({ left: 42_000, paused: true, mood: 'soon' });
  });

  test('shows 0:00 when nothing is left and not a moment sooner', () => {
    expect(clockWords(0)).toBe('0:00');
    expect(clockWords(1)).toBe('0:01');
    expect(clockWords(59_001)).toBe('1:00');
    expect(clockWords(402_000)).toBe('6:42');
    expect(clockWords(3_900_000)).toBe('1:05:00');
  });

  test('changes its picture just when another second begins', () => {
    expect(nextTick({ left: 61_250, paused: false, mood: 'calm' })).toBe(250);
    expect(nextTick({ left: 61_000, paused: false, mood: 'calm' })).toBe(1000);
    for (let left = 1; left < 5_000; left += 7) {
      const after = left - nextTick({ left, paused: false, mood: 'soon' });
      expect(clockWords(Math.max(0, after))).not.toBe(clockWords(left));
    }
  });
});

describe('What is said aloud', () => {
  test('is five minutes, one minute and the end, each once', () => {
    const said = [];
    for (let left = 400_000; left > 0; left -= 1_000) {
      const at = milestone(left, left - 1_000);
      if (at !== null) {
        said.push(at);
      }
    }
    expect(said).toEqual([5, 1, 0]);
  });

  test('is the latest where several are passed at once, and nothing when time is added', () => {
    expect(milestone(400_000, 0)).toBe(0);
    expect(milestone(30_000, 90_000)).toBeNull();
  });
});

describe('Contributions', () => {
  test('end with a strict timer and its grace, later for who has more time, and never while it is paused', () => {
    const strict = { strict: true };
    expect(contributionsOver(strict, running, 0, 15, 115_000)).toBe(false);
    expect(contributionsOver(strict, running, 0, 15, 115_001)).toBe(true);
    expect(contributionsOver(strict, running, 60, 15, 115_001)).toBe(false);
    expect(contributionsOver({ strict: false }, running, 0, 15, 999_999)).toBe(false);
    expect(contributionsOver(strict, { endsAt: 0, pausedLeft: 5 }, 0, 15, 999_999)).toBe(false);
  });
});
