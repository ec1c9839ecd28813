import { expect, test } from 'vitest';
import type { GroupRecord, IdeaRecord } from '../wire';
import { best, shownToAll, themesOf } from './overview';

const idea = (id: string, group: string, votes: number, createdAt: number, title = id): IdeaRecord =>
  ({ id, group, votes, createdAt, title }) as IdeaRecord;
const group = (id: string): GroupRecord => ({ id, title: id, held: 'none' }) as GroupRecord;

test('The big screen shows the largest themes first, each with its best ideas', () => {
  const ideas = [idea('a', 'g', 0, 1), idea('b', 'g', 3, 0), idea('c', 'h', 9, 9), idea('d', 'g', 0, 2)];
  expect(themesOf([group('h'), group('g')], ideas, 5, 2)).toEqual([
    { id: 'g', title: 'g', count: 3, ideas: ['b', 'd'] },
    { id: 'h', title: 'h', count: 1, ideas: ['c'] },
  ]);
});

test('Ideas without words are not shown on a wall', () => {
  expect(best([idea('a', '', 0, 0, ' '), idea('b', '', 0, 0)]).map(({ id }) => id)).toEqual(['b']);
});

test('What hosts alone see is not shown on a wall', () => {
  const seen = { ...idea('a', '', 0, 0), held: 'none', concept: false } as IdeaRecord;
  const ideas = [seen, { ...seen, held: 'waiting' }, { ...seen, held: 'hidden' }, { ...seen, concept: true }] as const;
  expect(shownToAll(ideas)).toEqual([seen]);
  const named = { ...group('g'), held: 'waiting' } as GroupRecord;
  expect(themesOf([named], [], 5, 2).map(({ title }) => title)).toEqual(['']);
});
