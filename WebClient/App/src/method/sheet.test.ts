import { describe, expect, test } from 'vitest';
import type { IdeaRecord, PersonRecord } from '../wire';
import { fieldsOn, sheetOf } from './sheet';
import { readyOf } from './useReady';

function idea(id: string, sheet: string, author: string, createdAt: number): IdeaRecord {
  return { id, sheet, author, createdAt } as IdeaRecord;
}

describe('A sheet', () => {
  test('holds what others wrote on it, and apart from it what one adds in this round', () => {
    const ideas = [
      idea('a', 's1', 'ann', 10),
      idea('b', 's1', 'me', 60),
      idea('c', 's2', 'me', 61),
      idea('d', 's1', 'me', 20),
      idea('e', '', 'ann', 70),
    ];
    const sheet = sheetOf(ideas, 's1', 50, ({ author }) => author === 'me');
    expect(sheet.before.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(sheet.own.map(({ id }) => id)).toEqual(['b']);
    expect(sheetOf(ideas, '', 0, () => true)).toEqual({ before: [], own: [] });
  });

  test('has three fields, and one more when that is asked for', () => {
    expect([fieldsOn(0, false), fieldsOn(3, false), fieldsOn(3, true), fieldsOn(5, false)]).toEqual([3, 3, 4, 5]);
  });
});

test('The ready check waits for those who take part and are here, and counts who said so and left', () => {
  const person = (id: string, role: PersonRecord['role']): PersonRecord =>
    ({ id, role, name: id, colour: 'sky', segment: '' }) as PersonRecord;
  const people = [
    person('host', 'host'),
    person('looker', 'observer'),
    person('ann', 'contributor'),
    person('bob', 'contributor'),
    person('gone', 'contributor'),
  ];
  const here = new Set(['host', 'looker', 'ann', 'bob']);
  const { finished, left } = readyOf(people, new Set(['ann']), (id) => here.has(id));
  expect(finished.map(({ id }) => id)).toEqual(['ann']);
  expect(left.map(({ id }) => id)).toEqual(['bob']);
});
