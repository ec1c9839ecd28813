import { describe, expect, test } from 'vitest';
import { findingsAt, findingsOfStep } from './findings';
import {
  copyOf,
  FORMAT,
  findPlaybooks,
  moved,
  newPlaybook,
  newStep,
  readPlaybook,
  stepsOnto,
  withSegment,
  withTool,
} from './playbook';

describe('A playbook’s file', () => {
  const whole = { ...newPlaybook('One'), title: 'Mine' };

  test('is read back as it was written', () => {
    expect(readPlaybook(JSON.stringify(whole))).toEqual(whole);
  });

  test('says clearly what is wrong with it, and where', () => {
    expect(readPlaybook('hello')).toEqual({ word: 'playbook.fileNotJson' });
    expect(readPlaybook('[]')).toEqual({ word: 'playbook.fileNotJson' });
    expect(readPlaybook('{"format":"cocreate.board/1"}')).toEqual({
      word: 'playbook.fileNotPlaybook',
      format: 'cocreate.board/1',
    });
    const broken = (part: object): unknown => readPlaybook(JSON.stringify({ ...whole, ...part }));
    expect(broken({ title: 7 })).toEqual({ word: 'playbook.fileBroken', where: 'title' });
    expect(broken({ people: { from: 2 } })).toEqual({ word: 'playbook.fileBroken', where: 'people' });
    expect(broken({ tags: [1] })).toEqual({ word: 'playbook.fileBroken', where: 'tags' });
    expect(broken({ steps: [newStep('a'), { ...newStep('b'), exposure: 'nobody' }] })).toEqual({
      word: 'playbook.fileBroken',
      where: 'steps[1].exposure',
    });
    expect(broken({ steps: [{ ...newStep('a'), vote: { method: 'loud' } }] })).toEqual({
      word: 'playbook.fileBroken',
      where: 'steps[0].vote',
    });
  });

  test('may leave out what has a plain value', () => {
    const { debrief: _, tags: __, ...short } = whole;
    const read = readPlaybook(JSON.stringify({ ...short, steps: [{ id: 'step-00001', name: 'Talk' }] }));
    expect(read).toMatchObject({ debrief: [], steps: [{ name: 'Talk', exposure: 'all', seconds: 0, tools: [] }] });
  });

  test('becomes one’s own with ids of its own', () => {
    const copy = copyOf(whole);
    expect(copy.format).toBe(FORMAT);
    expect(copy.id).not.toBe(whole.id);
    expect(copy.steps[0]?.id).not.toBe(whole.steps[0]?.id);
    expect(copy.steps[0]?.name).toBe('One');
  });
});

describe('Steps', () => {
  test('go to another place, and stay where there is none', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    const list = ['a', 'b'];
    expect(moved(list, 1, 2)).toBe(list);
    expect(moved(list, 0, -1)).toBe(list);
  });

  test('of a new playbook come after those that have begun', () => {
    const [one, two, three] = [newStep('1'), newStep('2'), newStep('3')];
    expect(stepsOnto(undefined, [three])).toEqual([three]);
    expect(stepsOnto({ steps: [one, two], index: 0 }, [three])).toEqual([one, three]);
    const again = stepsOnto({ steps: [one, two], index: 0 }, [one]);
    expect(again[1]?.name).toBe('1');
    expect(again[1]?.id).not.toBe(one.id);
  });

  test('keep their tools in one order', () => {
    expect(withTool(['react'], 'ideas', true)).toEqual(['ideas', 'react']);
    expect(withTool(['ideas', 'react'], 'ideas', false)).toEqual(['react']);
  });
});

test('Playbooks are found by every word, in titles, texts and tags', () => {
  const one = {
    id: 'a',
    title: 'Crazy 8s',
    when: 'Sketch fast',
    people: { from: 1, to: 9 },
    minutes: 9,
    tags: ['ideas'],
  };
  const two = { ...one, id: 'b', title: 'Kano', when: 'Ask customers', tags: ['decide'] };
  expect(findPlaybooks([one, two], 'sketch crazy', '')).toEqual([one]);
  expect(findPlaybooks([one, two], '', 'decide')).toEqual([two]);
  expect(findPlaybooks([one, two], 'kano', 'ideas')).toEqual([]);
});

test('What a check found stands beside the place it is about, however the path is written', () => {
  const found = [
    { path: 'steps[2].vote.budget', severity: 'error', text: 'x' },
    { path: '/steps/1/name', severity: 'warning', text: 'y' },
    { path: 'title', severity: 'error', text: 'z' },
  ] as const;
  expect(findingsAt(found, 'title').length).toBe(1);
  expect(findingsOfStep(found, 2)).toEqual([{ path: 'vote.budget', severity: 'error', text: 'x' }]);
  expect(findingsOfStep(found, 1)[0]?.path).toBe('name');
});

describe('The segments that a vote is for', () => {
  test('are ticked on and off, and what was only begun to be typed goes', () => {
    expect(withSegment(['Customers', ''], 'Experts', true)).toEqual(['Customers', 'Experts']);
    expect(withSegment(['Customers', 'Experts'], 'Experts', true)).toEqual(['Customers', 'Experts']);
    expect(withSegment(['Customers', 'Experts'], 'Customers', false)).toEqual(['Experts']);
  });
});
