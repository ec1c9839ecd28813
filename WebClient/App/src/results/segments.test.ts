import { expect, test } from 'vitest';
import type { VoteMethod, VoteRecord } from '../wire';
import { segmentCells, segmentLines, segmentScale } from './segments';

const cell = (option: string, people: number, value: number) => ({ option, people, value, low: value, high: value });

function voteBy(method: VoteMethod): VoteRecord {
  return {
    plan: { method, budget: 5 },
    options: [
      { id: 'a', title: 'A lamp' },
      { id: 'b', title: 'A bench' },
    ],
    results: { rows: [{ option: 'b' }, { option: 'a' }] },
    segments: [
      { segment: 'Customers', voters: 8, cells: [cell('a', 8, 16), cell('b', 8, 4)] },
      { segment: '', voters: 5, cells: [cell('b', 5, 5)] },
    ],
  } as unknown as VoteRecord;
}

test('Sums are shown for each person, so that segments of different sizes can be compared', () => {
  const [bench, lamp] = segmentLines(voteBy('dots'));
  expect(bench?.values.map((value) => value?.value)).toEqual([0.5, 1]);
  expect(lamp?.values.map((value) => value?.value)).toEqual([2, undefined]);
  expect(segmentLines(voteBy('score'))[0]?.values[0]?.value).toBe(4);
});

test('What is left out because too few said something is told as such, in the table too', () => {
  const cells = segmentCells(voteBy('dots'));
  expect(cells[0]).toEqual(['Idea', 'Customers', 'Customers: People', 'Everybody else', 'Everybody else: People']);
  expect(cells[1]).toEqual(['A bench', '0.5', '8', '1.0', '5']);
  expect(cells[2]).toEqual(['A lamp', '2.0', '8', 'too few to show', '']);
});

test('Shares are drawn on an axis from nobody to everybody, scores up to the highest', () => {
  const scale = (method: VoteMethod) => segmentScale(voteBy(method), segmentLines(voteBy(method))).end;
  expect([scale('approval'), scale('pairwise'), scale('score'), scale('dots')]).toEqual([1, 1, 5, 2]);
});
