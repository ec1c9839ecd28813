import { expect, test } from 'vitest';
import type { ProposalRecord } from '../wire';
import { shownClusters } from './clusters';

const cluster = (id: string, ideas: readonly string[], taken = '', left = false) => ({
  id,
  title: id,
  ideas,
  taken,
  left,
});

test('A cluster is taken as long as its group is there, and offers only what is still loose', () => {
  const proposal: ProposalRecord = {
    id: 'p',
    by: 'me',
    at: 0,
    status: 'offered',
    ideas: 6,
    clusters: [
      cluster('one', ['i1', 'i2']),
      cluster('two', ['i3'], 'g1'),
      cluster('three', ['i4'], 'gone'),
      cluster('four', ['i5'], '', true),
    ],
  };
  const shown = shownClusters(proposal, { hasGroup: (id) => id === 'g1', isLoose: (id) => id !== 'i2' });
  expect(shown.map(({ letter, state, ideas }) => [letter, state, ideas])).toEqual([
    ['A', 'offered', ['i1']],
    ['B', 'taken', ['i3']],
    ['C', 'offered', ['i4']],
    ['D', 'left', ['i5']],
  ]);
});

test('Letters go on after Z', () => {
  const clusters = Array.from({ length: 28 }, (_, at) => cluster(String(at), []));
  const proposal = { id: 'p', by: 'me', at: 0, status: 'offered', ideas: 0, clusters } as const;
  const letters = shownClusters(proposal, { hasGroup: () => false, isLoose: () => true }).map(({ letter }) => letter);
  expect(letters.slice(24)).toEqual(['Y', 'Z', 'A2', 'B2']);
  expect(new Set(letters).size).toBe(28);
});
