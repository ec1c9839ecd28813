import { describe, expect, test } from 'vitest';
import { emptyBallot, fitting, inOwnOrder, mostFor, placed, spent, stepOf } from '../sync';
import type { VoteMethod, VotePlan, VoteRecord } from '../wire';
import { budgetOf, methods, planOf } from './plan';
import { wishOf } from './useRows';

function vote(method: VoteMethod, over: Partial<VotePlan> = {}): VoteRecord {
  const plan: VotePlan = {
    method,
    budget: 10,
    perOption: 0,
    options: 'ideas',
    top: 0,
    segments: [],
    tieBreak: 'shared',
    live: false,
    ...over,
  };
  const options = ['a', 'b', 'c'].map((id) => ({ id, title: id, price: 0, removed: id === 'c', into: '' }));
  const results = { voters: 0, rows: [], ties: [], matrix: [], explanation: [] };
  const times = { openedAt: 1, closedAt: 0, turnout: 0, eligible: 3, rulesHash: '' };
  return {
    id: 'v',
    title: 'T',
    plan,
    step: '',
    status: 'open',
    options,
    results,
    splits: [],
    segments: [],
    changes: [],
    ...times,
  };
}

const [a, b, c] = vote('dots').options as [
  VoteRecord['options'][0],
  VoteRecord['options'][0],
  VoteRecord['options'][0],
];

describe('a ballot', () => {
  test('never offers more than is left', () => {
    expect(mostFor(vote('dots'), { a: 4, b: 3 }, a)).toBe(7);
    expect(mostFor(vote('dots', { perOption: 5 }), { a: 4 }, a)).toBe(5);
    expect(fitting(vote('dots'), { a: 4 }, b, 9)).toBe(6);
    expect(fitting(vote('dots'), { a: 4 }, b, -1)).toBe(0);
    expect(mostFor(vote('budget'), { a: 4 }, b)).toBe(6);
  });

  test('prices votes by their square', () => {
    expect(spent(vote('quadratic'), { a: 3, b: 1 })).toBe(10);
    expect(mostFor(vote('quadratic'), { a: 2 }, b)).toBe(2);
    expect(mostFor(vote('quadratic'), { a: 3, b: 1 }, b)).toBe(1);
  });

  test('gives nothing more to what was removed, and lets it be taken back', () => {
    expect(mostFor(vote('dots'), { c: 2 }, c)).toBe(2);
    expect(fitting(vote('dots'), { c: 2 }, c, 0)).toBe(0);
    const order = (marks: Record<string, number>): string =>
      inOwnOrder(vote('dots'), { ...emptyBallot(vote('dots')), order: ['b', 'a'], marks })
        .map(({ id }) => id)
        .join('');
    expect(order({})).toBe('ba');
    expect(order({ c: 1 })).toBe('bac');
  });

  test('puts an option at a place, moves it and takes it out', () => {
    expect(placed(['a', 'b'], 'c', 1)).toEqual(['a', 'c', 'b']);
    expect(placed(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
    expect(placed(['a', 'b'], 'a', -1)).toEqual(['b']);
  });

  test('has steps that fit its points', () => {
    expect(stepOf(vote('budget', { budget: 100 }).plan)).toBe(10);
    expect(stepOf(vote('budget', { budget: 5 }).plan)).toBe(1);
    expect(stepOf(vote('dots').plan)).toBe(1);
  });
});

test('Keys stand for more, less, a value or the other way round', () => {
  expect(['+', '=', '-', '−', '7', ' ', 'a'].map(wishOf)).toEqual(['more', 'more', 'less', 'less', 7, 'toggle', null]);
});

test('A plan has only what its method has, within what the board takes', () => {
  const chosen = {
    count: 12,
    budget: 100_000,
    perOption: 3,
    options: 'ideas',
    top: 0,
    segments: [],
    tieBreak: 'lot',
    live: true,
  } as const;
  expect(planOf({ ...chosen, method: 'approval' })).toMatchObject({ budget: 0, perOption: 0, live: true });
  expect(planOf({ ...chosen, method: 'dots' })).toMatchObject({ budget: 1000, perOption: 3 });
  expect(planOf({ ...chosen, method: 'ranking' })).toMatchObject({ budget: 0, live: false });
  for (const method of methods) {
    const range = budgetOf(method, 3);
    expect(range === null || (range.usual >= 1 && range.usual <= range.most)).toBe(true);
  }
});
