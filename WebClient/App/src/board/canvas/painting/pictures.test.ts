import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Thing } from '../../../sync/things';
import { paintObject } from './objects';
import type { View } from './paint';
import { AT_ONCE, SmallPictures } from './pictures';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Small pictures whose making the test ends, one by one. */
function pictures() {
  const making = new Map<string, { done: () => void; fail: () => void }>();
  const made: string[] = [];
  const closed: string[] = [];
  const told: string[][] = [];
  const small = (file: string): ImageBitmap => ({ close: () => closed.push(file) }) as unknown as ImageBitmap;
  const all = new SmallPictures(
    (file) =>
      new Promise((resolve, reject) => {
        made.push(file);
        making.set(file, { done: () => resolve(small(file)), fail: () => reject(new Error('not there')) });
      }),
    (files) => told.push([...files]),
  );
  const end = async (file: string, how: 'done' | 'fail' = 'done'): Promise<void> => {
    making.get(file)?.[how]();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { all, made, closed, told, end };
}

describe('small pictures', () => {
  it('are made once each, a few at a time, and told of together', async () => {
    const { all, made, told, end } = pictures();
    for (const file of ['a', 'b', 'c', 'a']) {
      expect(all.get(file)).toBeNull();
    }
    expect(made).toEqual(['a', 'b', 'c'].slice(0, AT_ONCE));
    await end('a');
    await end('b');
    await end('c');
    expect(made).toEqual(['a', 'b', 'c']);
    expect(told).toEqual([]);
    await vi.runAllTimersAsync();
    expect(told).toEqual([['a', 'b', 'c']]);
    expect(all.get('a')).not.toBeNull();
    expect(made).toHaveLength(3);
  });

  it('that cannot be had are not asked for again, and keep no others from coming', async () => {
    const { all, made, told, end } = pictures();
    all.get('gone');
    await end('gone', 'fail');
    expect(all.get('gone')).toBeNull();
    expect(made).toEqual(['gone']);
    all.get('here');
    await end('here');
    await vi.runAllTimersAsync();
    expect(told).toEqual([['here']]);
  });

  it('are given back at the end, also those that come later, and nothing more is told', async () => {
    const { all, made, closed, told, end } = pictures();
    for (const file of ['a', 'b', 'c']) {
      all.get(file);
    }
    await end('a');
    all.end();
    expect(closed).toEqual(['a']);
    await end('b');
    await end('c');
    await vi.runAllTimersAsync();
    expect(closed).toEqual(['a', 'b', 'c']);
    expect(made).toEqual(['a', 'b', 'c']);
    expect(told).toEqual([]);
  });
});

describe('a picture from afar', () => {
  const rect = { x: 10, y: 20, width: 160, height: 120 };
  const thing = { kind: 'image', record: { file: 'f' } } as Thing;

  /** What is drawn at a zoom where the small picture is ready, or is not. */
  function drawn(zoom: number, small: ImageBitmap | null): string[] {
    const calls: string[] = [];
    const pen = new Proxy(
      {},
      {
        get:
          (_, name) =>
          (...how: unknown[]) =>
            calls.push([String(name), ...how.slice(1)].join(' ')),
        set: () => true,
      },
    );
    paintObject({ pen, zoom, look: {}, pictures: { get: () => small } } as unknown as View, thing, rect);
    return calls;
  }

  const small = { width: 80, height: 80 } as unknown as ImageBitmap;

  it('is drawn small, whole and undistorted in its box', () => {
    expect(drawn(0.2, small)).toContain('drawImage 30 20 120 120');
  });

  it('is a frame while it is on its way, and where it is too small to be made out', () => {
    expect(drawn(0.2, null)).toContainEqual(expect.stringMatching('strokeRect'));
    expect(drawn(0.05, small)).toContainEqual(expect.stringMatching('strokeRect'));
    expect(drawn(0.05, small)).not.toContainEqual(expect.stringMatching('drawImage'));
  });
});
