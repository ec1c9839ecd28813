import { expect, test } from 'vitest';
import type { PhaseRecord } from '../wire';
import { revealedBy } from './revealed';

const phase = (step: string, hidden: number, revealed = false): PhaseRecord =>
  ({ step, hidden, revealed }) as PhaseRecord;

test('A reveal, a step that shows and the end say how many ideas came to be seen', () => {
  expect(revealedBy(phase('a', 12), phase('a', 0, true))).toBe(12);
  expect(revealedBy(phase('a', 12), phase('b', 0))).toBe(12);
  expect(revealedBy(phase('a', 12), undefined)).toBe(12);
});

test('What is removed, stays hidden in the next step, or was seen before is not told as new', () => {
  expect(revealedBy(phase('a', 1), phase('a', 0))).toBe(0);
  expect(revealedBy(phase('a', 12), phase('b', 12))).toBe(0);
  expect(revealedBy(phase('a', 0), phase('b', 0))).toBe(0);
  expect(revealedBy(undefined, phase('b', 3))).toBe(0);
});
