import { describe, expect, test } from 'vitest';
import { openMemoryBoard } from './testing/memory';

const plan = {
  method: 'dots',
  budget: 3,
  perOption: 0,
  options: 'ideas',
  top: 0,
  segments: [],
  tieBreak: 'shared',
  live: false,
} as const;

function board(method: 'dots' | 'quadratic' | 'pairwise' | 'score') {
  const made = openMemoryBoard();
  made.records.put('vote', {
    id: 'vote-1',
    title: 'Which?',
    plan: { ...plan, method },
    step: '',
    status: 'open',
    openedAt: 1,
    closedAt: 0,
    options: ['a', 'b'].map((id) => ({ id, title: id, price: 0, removed: false, into: '' })),
    turnout: 0,
    eligible: 2,
    rulesHash: '',
    results: { voters: 0, rows: [], ties: [], matrix: [], explanation: [] },
    splits: [],
    segments: [],
    changes: [],
  });
  return made;
}

describe('a mark', () => {
  test('shows at once, before the ballot has come, with what is left and the turnout', () => {
    const { records, send } = board('dots');
    send({ type: 'markOption', vote: 'vote-1', option: 'a', value: 2 });
    expect(records.get('ballot', 'vote-1')).toMatchObject({ marks: { a: 2 }, left: 1 });
    expect(records.get('vote', 'vote-1')?.turnout).toBe(1);
    send({ type: 'markOption', vote: 'vote-1', option: 'a', value: 0 });
    expect(records.get('ballot', 'vote-1')).toMatchObject({ marks: {}, left: 3 });
    expect(records.get('vote', 'vote-1')?.turnout).toBe(0);
  });

  test('that would cost more than is left does not show', () => {
    const { records, send } = board('quadratic');
    send({ type: 'markOption', vote: 'vote-1', option: 'a', value: 1 });
    send({ type: 'markOption', vote: 'vote-1', option: 'b', value: 2 });
    expect(records.get('ballot', 'vote-1')?.marks).toEqual({ a: 1 });
  });

  test('of 0 is the lowest score, and −1 takes a score back', () => {
    const { records, send } = board('score');
    send({ type: 'markOption', vote: 'vote-1', option: 'a', value: 0 });
    expect(records.get('ballot', 'vote-1')?.marks).toEqual({ a: 0 });
    send({ type: 'markOption', vote: 'vote-1', option: 'a', value: -1 });
    expect(records.get('ballot', 'vote-1')?.marks).toEqual({});
  });
});

test('A comparison counts at once, and comparing the same pair again does not count twice', () => {
  const { records, send } = board('pairwise');
  send({ type: 'finishBallot', vote: 'vote-1', finished: false });
  const ballot = records.get('ballot', 'vote-1');
  records.put('ballot', { ...(ballot as NonNullable<typeof ballot>), next: { first: 'a', second: 'b' } });
  send({ type: 'comparePair', vote: 'vote-1', first: 'a', second: 'b', outcome: 'first' });
  expect(records.get('ballot', 'vote-1')).toMatchObject({ pairs: 1, next: { first: '', second: '' } });
  send({ type: 'comparePair', vote: 'vote-1', first: 'a', second: 'b', outcome: 'second' });
  expect(records.get('ballot', 'vote-1')?.pairs).toBe(1);
});
