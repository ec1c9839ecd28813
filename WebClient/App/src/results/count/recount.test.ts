import { describe, expect, test } from 'vitest';
import type { VoteMethod, VotePlan } from '../../wire';
import type { CastBallot } from './cast';
import { agrees, type Rules, recount } from './recount';
import { sha256 } from './sha256';

function rules(method: VoteMethod, ids: string, over: Partial<VotePlan> = {}, prices: readonly number[] = []): Rules {
  const plan: VotePlan = {
    method,
    budget: 5,
    perOption: 0,
    options: 'ideas',
    top: 0,
    segments: [],
    tieBreak: 'shared',
    live: false,
    ...over,
  };
  const options = [...ids].map((id, at) => ({ id, price: prices[at] ?? 0, removed: false, into: '' }));
  return { vote: 'vote-1', plan, options };
}

const marks = (given: Record<string, number>): CastBallot => ({ marks: given, ranking: [], pairs: [] });
const ranked = (ranking: string): CastBallot => ({ marks: {}, ranking: [...ranking], pairs: [] });
const compared = (better: string, worse: string): CastBallot => ({
  marks: {},
  ranking: [],
  pairs: [{ first: worse, second: better, better }],
});
const times = (n: number, ballot: CastBallot): CastBallot[] => Array.from({ length: n }, () => ballot);
const order = (of: Rules, ballots: readonly CastBallot[]): string =>
  recount(of, ballots)
    .map(({ tally, place }) => `${place}${tally.option}`)
    .join(' ');

describe('counting again', () => {
  test('adds dots up, and equal ones share the place', () => {
    const ballots = [marks({ a: 2, b: 1 }), marks({ b: 1, c: 3 }), marks({ a: 1 })];
    expect(order(rules('dots', 'abcd'), ballots)).toBe('1a 1c 3b 4d');
    expect(order(rules('dots', 'abcd', { tieBreak: 'voters' }), ballots)).toBe('1a 2c 3b 4d');
    expect(order(rules('dots', 'abcd', { tieBreak: 'older' }), ballots)).toBe('1a 2c 3b 4d');
  });

  test('draws a lot that the SHA-256 of vote and option decides', () => {
    const ballots = [marks({ a: 1 }), marks({ b: 1 })];
    const first = sha256('vote-1:a') < sha256('vote-1:b') ? 'a' : 'b';
    expect(order(rules('dots', 'ab', { tieBreak: 'lot' }), ballots)).toMatch(new RegExp(`^1${first} 2`));
  });

  test('takes the mean of the scores that were given', () => {
    const [best, second] = recount(rules('score', 'ab'), [marks({ a: 5 }), marks({ a: 4, b: 3 }), marks({ b: 0 })]);
    expect(best?.tally).toMatchObject({ option: 'a', value: 4.5, voters: 2 });
    expect(second?.tally).toMatchObject({ option: 'b', value: 1.5, voters: 2 });
  });

  test('has Wilson’s interval for approval: 9 of 10 is 0.596 to 0.982', () => {
    const ballots = [...times(9, marks({ a: 1 })), marks({ b: 1 })];
    const [yes] = recount(rules('approval', 'ab'), ballots);
    expect((yes?.tally.low ?? 0) / 10).toBeCloseTo(0.5958, 3);
    expect((yes?.tally.high ?? 0) / 10).toBeCloseTo(0.9821, 3);
  });

  // Schulze, Social Choice and Welfare 36 (2011), example 1 of section 3: 45 voters, E A C B D.
  test('finds the order of Schulze’s own example', () => {
    const ballots = [
      ...times(5, ranked('acbed')),
      ...times(5, ranked('adecb')),
      ...times(8, ranked('bedac')),
      ...times(3, ranked('cabed')),
      ...times(7, ranked('caebd')),
      ...times(2, ranked('cbade')),
      ...times(7, ranked('dceba')),
      ...times(8, ranked('ebadc')),
    ];
    expect(order(rules('ranking', 'abcde'), ballots)).toBe('1e 2a 3c 4b 5d');
  });

  test('puts below what a ballot does not name', () => {
    expect(order(rules('ranking', 'abc'), [ranked('c'), ranked('cb')])).toBe('1c 2b 3a');
  });

  test('finds strengths for pairs, surer where more was compared', () => {
    const ballots = [...times(9, compared('a', 'b')), ...times(3, compared('b', 'a')), compared('b', 'c')];
    const placed = recount(rules('pairwise', 'abc'), ballots);
    expect(placed.map(({ tally }) => tally.option)).toEqual(['a', 'b', 'c']);
    const width = (id: string): number => {
      const found = placed.find(({ tally }) => tally.option === id)?.tally;
      return (found?.high ?? 0) - (found?.low ?? 0);
    };
    expect(width('c')).toBeGreaterThan(width('a'));
    expect(order(rules('pairwise', 'ab'), [compared('a', 'b'), compared('b', 'a')])).toBe('1a 1b');
  });

  test('buys by equal shares what supporters can pay, and fills up with what still fits', () => {
    // Two thirds want a and b, one third wants c: each third’s money goes to what it wants.
    const ballots = [...times(2, marks({ a: 50, b: 50 })), marks({ c: 100 })];
    const placed = recount(rules('budget', 'abc', { budget: 100 }, [100, 100, 100]), ballots);
    expect(placed.filter(({ tally }) => tally.fits).map(({ tally }) => tally.option)).toEqual(['a', 'b', 'c']);
    const dear = recount(rules('budget', 'abc', { budget: 100 }, [100, 150, 100]), ballots);
    expect(dear.filter(({ tally }) => tally.fits).map(({ tally }) => tally.option)).toEqual(['a', 'c']);
  });

  test('counts merged options by the most that somebody gave, never by the sum', () => {
    const of = rules('dots', 'abc');
    const as = { ...of, options: of.options.map((option) => (option.id === 'b' ? { ...option, into: 'a' } : option)) };
    const placed = recount(as, [marks({ a: 2, b: 3 }), marks({ b: 1, c: 4 })]);
    expect(placed.map(({ tally }) => [tally.option, tally.value])).toEqual([
      ['a', 4],
      ['c', 4],
    ]);
  });

  test('leaves out what was removed from the board', () => {
    const of = rules('ranking', 'abc');
    const as = { ...of, options: of.options.map((option) => ({ ...option, removed: option.id === 'a' })) };
    expect(order(as, [ranked('abc'), ranked('acb'), ranked('cba')])).toBe('1c 2b');
  });

  test('does not hang on the order of ballots', () => {
    const ballots = [marks({ a: 30, b: 70 }), marks({ b: 10, c: 90 }), marks({ a: 55, c: 45 })];
    const of = rules('budget', 'abc', { budget: 100 }, [90, 80, 120]);
    expect(recount(of, [...ballots].reverse())).toEqual(recount(of, ballots));
  });

  test('agrees with a result that says the same and with no other', () => {
    const of = rules('dots', 'ab');
    const ballots = [marks({ a: 2 }), marks({ b: 1 })];
    const rows = recount(of, ballots).map(({ tally, place }) => ({ ...tally, place, merged: [] }));
    expect(agrees(recount(of, ballots), rows)).toBe(true);
    expect(agrees(recount(of, [...ballots, marks({ b: 1 })]), rows)).toBe(false);
    expect(agrees(recount(of, ballots), rows.slice(1))).toBe(false);
  });
});

// FIPS 180-4's examples.
test('SHA-256 is the one of the standard', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});
