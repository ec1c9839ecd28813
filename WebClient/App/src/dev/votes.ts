import { emptyBallot } from '../sync';
import type { MemoryBoard } from '../sync/testing/memory';
import type { BallotRecord, StepPlan, TieBreak, VoteMethod, VotePlan, VoteRecord, VoteResults } from '../wire';

/** A plan with what the method needs, for looking at. */
export function planFor(method: VoteMethod, over: Partial<VotePlan> = {}): VotePlan {
  const budgets: Partial<Record<VoteMethod, number>> = { dots: 5, score: 5, quadratic: 25, pairwise: 20, budget: 100 };
  return {
    method,
    budget: budgets[method] ?? 0,
    perOption: 0,
    options: 'ideas',
    top: 0,
    segments: [],
    tieBreak: 'shared',
    live: false,
    ...over,
  };
}

export const noResults: VoteResults = { voters: 0, rows: [], ties: [], matrix: [], explanation: [] };

const titles: Partial<Record<VoteMethod, string>> = {
  dots: 'Where should we go on?',
  approval: 'Which of these could you live with?',
  score: 'How good is each of these?',
  ranking: 'Which is best, which comes next?',
  pairwise: 'Which of the two is better?',
  quadratic: 'What matters most to you?',
  budget: 'What would you spend our budget on?',
};

/** Puts a vote and the viewer's ballot on a board: `vote-dots`, `vote-done`, `results-ranking` and so on. */
export function addVote(board: MemoryBoard, name: string): void {
  const [what, kind = ''] = name.split('-');
  if (what !== 'vote' && what !== 'results' && what !== 'votebar') {
    return;
  }
  const method = (kind in titles ? kind : 'dots') as VoteMethod;
  const ideas = board.records.all('idea').slice(0, method === 'ranking' ? 7 : 12);
  const vote: VoteRecord = {
    id: 'vote-0001',
    title: titles[method] ?? '',
    plan: planFor(method, { segments: kind === 'other' ? ['Customers'] : [] }),
    step: '',
    status: what === 'results' || kind === 'closed' ? 'closed' : 'open',
    openedAt: Date.now() - 300_000,
    closedAt: what === 'results' || kind === 'closed' ? Date.now() - 10_000 : 0,
    options: ideas.map(({ id, title }, at) => ({
      id,
      title,
      price: method === 'budget' ? 100 + ((at * 70) % 400) : 0,
      removed: false,
      into: '',
    })),
    turnout: what === 'results' ? 18 : 7,
    eligible: 21,
    rulesHash: '4d1c2f0b9a7e85d36c21f04ab8e7d9135c6a2b8f90e1d4c7a3b5f6e8d2c1b0a9',
    results:
      what === 'results'
        ? resultsFor(
            method,
            ideas.map(({ id }) => id),
          )
        : noResults,
    splits: [{ first: ideas[0]?.id ?? '', second: ideas[1]?.id ?? '' }],
    segments:
      what === 'results'
        ? segmentsFor(
            method,
            ideas.map(({ id }) => id),
          )
        : [],
    changes: what === 'results' && method === 'dots' ? [changeOfRules] : [],
  };
  board.records.put('vote', vote);
  board.records.put('ballot', ballotFor(vote, kind));
}

/** Three parts of a result; about the third idea too few of the smallest said something. */
function segmentsFor(method: VoteMethod, ids: readonly string[]): VoteRecord['segments'] {
  const parts = [
    { segment: 'Customers', voters: 8, lean: 1 },
    { segment: 'Employees', voters: 5, lean: 0.6 },
    { segment: '', voters: 5, lean: 0.8 },
  ];
  return parts.map(({ segment, voters, lean }, part) => {
    const rows = resultsFor(method, ids).rows.filter((_, at) => at !== 2 || part === 0 || method !== 'score');
    const sum = method === 'dots' || method === 'quadratic' || method === 'budget' || method === 'approval';
    const cells = rows.map(({ option, value, low, high }, at) => {
      const share = (sum ? voters / 18 : 1) * (at % 2 === 0 ? lean : 1.6 - lean);
      return { option, people: voters, value: value * share, low: low * share, high: high * share };
    });
    return { segment, voters, cells };
  });
}

const vote: StepPlan = {
  id: 'step-vote-00',
  name: 'Choose',
  text: 'Five dots each. Where should we go on?',
  seconds: 180,
  strict: false,
  exposure: 'all',
  sealed: false,
  tools: [],
  readyCheck: true,
  vote: planFor('dots'),
};

const changeOfRules: VoteRecord['changes'][number] = {
  at: Date.now() - 120_000,
  by: 'tanvi',
  reason: 'Several asked to talk while voting.',
  before: 'a',
  after: 'b',
  consent: true,
  was: vote,
  now: { ...vote, seconds: 300, tools: ['comment'] },
};

function ballotFor(vote: VoteRecord, kind: string): BallotRecord {
  const ids = vote.options.map(({ id }) => id);
  const at = (n: number): string => ids[n] ?? '';
  const { method } = vote.plan;
  const marks: Partial<Record<VoteMethod, BallotRecord['marks']>> = {
    dots: { [at(0)]: 2, [at(3)]: 1 },
    approval: { [at(1)]: 1, [at(2)]: 1, [at(4)]: 1 },
    score: { [at(0)]: 4, [at(1)]: 0, [at(2)]: 5 },
    quadratic: { [at(0)]: 3, [at(2)]: 1, [at(4)]: 2 },
    budget: { [at(0)]: 40, [at(2)]: 20 },
  };
  return {
    ...emptyBallot(vote),
    marks: marks[method] ?? {},
    ranking: method === 'ranking' ? [at(3), at(0), at(5)] : [],
    pairs: kind === 'rest' ? 20 : method === 'pairwise' ? 7 : 0,
    next: { first: at(0), second: at(4) },
    finished: kind === 'done',
    rested: kind === 'rest',
    receipt: '7kq4-md2p-x9ra-81fz-c0te-5wvb',
  };
}

/** A result as the server would send it: made up, but of a shape that can be. */
function resultsFor(method: VoteMethod, ids: readonly string[]): VoteResults {
  const voters = 18;
  const shape: Partial<Record<VoteMethod, (at: number) => readonly [number, number, number]>> = {
    approval: (at) => interval(17 - at * 1.4, voters),
    score: (at) => [4.4 - at * 0.3, 4.0 - at * 0.32, 4.75 - at * 0.28],
    pairwise: (at) => [0.82 - at * 0.06, 0.7 - at * 0.06, 0.9 - at * 0.055],
    ranking: (at) => [ids.length - 1 - at, ids.length - 1 - at, ids.length - 1 - at],
  };
  const count = (at: number): readonly [number, number, number] => {
    const value = Math.round((method === 'budget' ? 420 : method === 'quadratic' ? 31 : 16) * 0.82 ** at);
    return [value, value, value];
  };
  const rows = ids.map((option, at) => {
    // The fourth shares the third place.
    const [value, low, high] = (shape[method] ?? count)(at === 3 ? 2 : at);
    return {
      option,
      place: at === 3 ? 3 : at + 1,
      value,
      low,
      high,
      voters: Math.max(2, voters - at),
      merged: at === 1 ? [ids.at(-1) ?? ''] : [],
      fits: method !== 'budget' || at < 4,
    };
  });
  const kept = rows.filter(({ option }) => option !== ids.at(-1));
  const by: TieBreak = 'shared';
  return {
    voters,
    rows: kept,
    ties: [{ options: [ids[2] ?? '', ids[3] ?? ''], by }],
    matrix:
      method === 'ranking'
        ? kept.flatMap((_, row) => kept.map((__, column) => (row === column ? 0 : Math.max(2, 9 + (column - row) * 1))))
        : [],
    explanation: [],
  };
}

function interval(value: number, all: number): readonly [number, number, number] {
  const half = 1.96 * Math.sqrt((value * (all - value)) / all);
  return [Math.round(value), Math.max(0, value - half), Math.min(all, value + half)];
}
