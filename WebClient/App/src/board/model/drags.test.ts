import { describe, expect, test } from 'vitest';
import { Drags } from './drags';

describe('drags', () => {
  test('keep their set of things while only the distance changes', () => {
    const drags = new Drags();
    const ids = ['a', 'b'];
    drags.set('me', ids, () => ids, 1, 2);
    const before = drags.dragged;
    drags.set('me', ids, () => ids, 5, 6);
    expect(drags.dragged).toBe(before);
    expect(drags.of('a')).toMatchObject({ dx: 5, dy: 6 });
    expect(drags.of('c')).toBeUndefined();
  });

  test('let go of what was put down, even when the last word about the drag comes later', () => {
    const drags = new Drags();
    drags.set('bob', ['a', 'b'], () => ['a', 'b'], 9, 9);
    drags.release('a', 'me');
    expect(drags.of('a')).toBeUndefined();
    drags.set('bob', ['a', 'b'], () => ['a', 'b'], 12, 9);
    expect(drags.of('a')).toBeUndefined();
    expect(drags.of('b')).toMatchObject({ dx: 12 });
    drags.end('bob');
    drags.set('bob', ['a'], () => ['a'], 1, 1);
    expect(drags.of('a')).toMatchObject({ dx: 1 });
  });

  test('show a thing that two people drag where the last of them has it', () => {
    const drags = new Drags();
    drags.set('ann', ['a'], () => ['a'], 1, 0);
    drags.set('bob', ['a'], () => ['a'], 2, 0);
    expect(drags.of('a')).toMatchObject({ dx: 2 });
    drags.end('bob');
    expect(drags.of('a')).toMatchObject({ dx: 1 });
  });
});
