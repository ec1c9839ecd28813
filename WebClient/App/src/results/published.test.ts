import { describe, expect, test } from 'vitest';
import type { VotePlan, VoteRecord } from '../wire';
import { sha256 } from './count/sha256';
import { csvOf } from './csv';
import { type BallotFile, ballotWords, countAgain, receiptsEqual } from './published';
import { closeRuns } from './scale';

const plan: VotePlan = {
  method: 'dots',
  budget: 3,
  perOption: 0,
  options: 'ideas',
  top: 0,
  segments: [],
  tieBreak: 'shared',
  live: false,
};
const options = ['a', 'b'].map((id) => ({ id, title: `Idea ${id}`, price: 0, removed: false, into: '' }));
const rulesText = 'cocreate.vote/1\nmethod Dots\n';
const rulesHash = sha256(rulesText);
const row = { low: 0, high: 0, merged: [], fits: true };
const vote: VoteRecord = {
  id: 'vote-1',
  title: 'Which?',
  plan,
  step: '',
  status: 'closed',
  openedAt: 1,
  closedAt: 2,
  options,
  turnout: 2,
  eligible: 2,
  rulesHash,
  results: {
    voters: 2,
    rows: [
      { option: 'b', place: 1, value: 3, voters: 2, ...row },
      { option: 'a', place: 2, value: 1, voters: 1, ...row },
    ],
    ties: [],
    matrix: [],
    explanation: [],
  },
  splits: [],
  segments: [],
  changes: [],
};
const file: BallotFile = {
  format: 'cocreate.ballots/1',
  vote: 'vote-1',
  rulesText,
  rulesHash,
  plan,
  options,
  ballots: [
    { receipt: '7kq4md2p', marks: { a: 1, b: 2 }, ranking: [], pairs: [] },
    { receipt: 'x9ra81fz', marks: { b: 1 }, ranking: [], pairs: [] },
  ],
};

describe('the published ballots', () => {
  test('come to what the board shows, by the rules that it showed', () => {
    expect(countAgain(file, vote)).toMatchObject({ sameResult: true, sameRules: true });
  });

  test('do not agree when a ballot is missing, changed or added', () => {
    const [first, second] = file.ballots as [BallotFile['ballots'][0], BallotFile['ballots'][0]];
    for (const ballots of [[first], [first, { ...second, marks: { a: 1 } }], [first, second, second]]) {
      expect(countAgain({ ...file, ballots }, vote).sameResult).toBe(false);
    }
  });

  test('do not agree when the rules are others', () => {
    expect(countAgain({ ...file, rulesText: `${rulesText} ` }, vote).sameRules).toBe(false);
    const other = sha256('others');
    expect(countAgain({ ...file, rulesText: 'others', rulesHash: other }, vote).sameRules).toBe(false);
  });

  test('are found by their receipt, however it is typed, and say what was given', () => {
    expect(receiptsEqual(' 7KQ4-MD2P', '7kq4md2p')).toBe(true);
    expect(receiptsEqual('7kq4md2', '7kq4md2p')).toBe(false);
    const [first] = file.ballots;
    expect(first && ballotWords(vote, first)).toEqual(['“Idea a”: 1', '“Idea b”: 2']);
  });
});

test('Places are unsure as far as intervals overlap from one to the next', () => {
  const at = (place: number, low: number, high: number) => ({ ...vote.results.rows[0], place, low, high }) as never;
  expect(closeRuns([at(1, 9, 10), at(2, 5, 7), at(3, 4, 6), at(4, 3, 4.5), at(5, 0, 1)])).toEqual([[2, 4]]);
  expect(closeRuns([at(1, 2, 2), at(2, 2, 2)])).toEqual([]);
});

test('Copied tables run no formulas and keep commas and quotes', () => {
  expect(csvOf([['=1+1', 'a,b', 'say "x"', '-3']])).toBe(`'=1+1,"a,b","say ""x""",-3`);
});
