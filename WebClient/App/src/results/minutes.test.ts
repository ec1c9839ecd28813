import { expect, test } from 'vitest';
import { minuteCells } from './minutes';

test('the table of a poll has each minute with ballots, counted from one, and says where there were far more', () => {
  expect(minuteCells([2, 0, 14, 1], [2])).toEqual([
    ['Minute', 'First ballots', 'Beside the others'],
    ['1', '2', 'as usual'],
    ['3', '14', 'far more'],
    ['4', '1', 'as usual'],
  ]);
});

test('a poll without ballots has a table without rows', () => {
  expect(minuteCells([0, 0], [])).toHaveLength(1);
});
