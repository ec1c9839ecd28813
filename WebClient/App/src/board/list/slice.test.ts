import { describe, expect, it } from 'vitest';
import { cut, earlier, firstSlice, following, later, ROWS, reaching, type Slice, successor } from './slice';

const ids = (name: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${name}${n}`);
const parts = [
  { id: 'a', title: 'A', ideas: ids('a', 60) },
  { id: 'b', title: 'B', ideas: ids('b', 60) },
  { id: 'c', title: 'C', ideas: ids('c', 9_880) },
];
const all = parts.flatMap(({ ideas }) => ideas);
const drawn = (slice: Slice): string[] => cut(parts, slice).flatMap(({ ideas }) => ideas);

describe('a slice of the list', () => {
  it('has the first rows of all parts in order, and tells how many each part has in all', () => {
    const [a, b, ...others] = cut(parts, firstSlice);
    expect([a?.ideas.length, a?.count]).toEqual([60, 60]);
    expect([b?.ideas.length, b?.count]).toEqual([40, 60]);
    expect(others).toEqual([]);
    expect(drawn(firstSlice)).toEqual(all.slice(0, ROWS));
  });

  it('keeps the order wherever it lies', () => {
    expect(drawn({ from: 30, to: 130 })).toEqual(all.slice(30, 130));
    expect(drawn({ from: 9_950, to: 10_050 })).toEqual(all.slice(9_950));
    expect(cut(parts, { from: 60, to: 61 })).toEqual([{ id: 'b', title: 'B', ideas: ['b0'], count: 60 }]);
  });

  it('grows at its end and at its beginning, and not beyond the first row', () => {
    expect(later(firstSlice)).toEqual({ from: 0, to: 2 * ROWS });
    expect(earlier({ from: 250, to: 350 })).toEqual({ from: 150, to: 350 });
    expect(earlier({ from: 20, to: 120 })).toEqual({ from: 0, to: 120 });
  });

  it('stays where it is for a row in it, grows for one close after it, and else lies around the row', () => {
    expect(reaching(firstSlice, 99)).toBe(firstSlice);
    expect(reaching(firstSlice, 100)).toEqual(later(firstSlice));
    for (const at of [0, 5, 99, 100, 199, 200, 5_000, 9_999]) {
      expect(drawn(reaching({ from: 3_000, to: 3_100 }, at))).toContain(all[at]);
    }
    expect(reaching(firstSlice, 5_000)).toEqual({ from: 4_950, to: 5_050 });
  });

  it('keeps what was drawn when ideas come or go before it', () => {
    const slice = { from: 200, to: 300 };
    const seen = all.slice(200, 300);
    const more = [...ids('new', 3), ...all];
    const { from, to } = following(slice, all.length, more.length);
    expect(more.slice(from, to)).toEqual(expect.arrayContaining(seen));
    const fewer = all.slice(5);
    const after = following(slice, all.length, fewer.length);
    expect(fewer.slice(after.from, after.to)).toEqual(expect.arrayContaining(seen));
  });

  it('draws no more than the next rows when a whole board arrives', () => {
    expect(following(firstSlice, 0, 10_000)).toEqual({ from: 0, to: 2 * ROWS });
  });

  it('is never empty while there is an idea', () => {
    expect(drawn(following({ from: 20_000, to: 20_100 }, 30_000, 10_000))).toHaveLength(ROWS);
    expect(following({ from: 500, to: 600 }, 900, 0)).toEqual(firstSlice);
  });
});

describe('the row after one that is gone', () => {
  it('is the next one that is there, at the end the one before', () => {
    const before = ['a', 'b', 'c', 'd'];
    expect(successor(before, 'b', new Set(['a', 'c', 'd']))).toBe('c');
    expect(successor(before, 'b', new Set(['a', 'd']))).toBe('d');
    expect(successor(before, 'd', new Set(['a', 'c']))).toBe('c');
    expect(successor(before, 'a', new Set())).toBe('');
  });
});
