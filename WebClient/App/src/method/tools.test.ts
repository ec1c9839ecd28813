import { describe, expect, test } from 'vitest';
import { newStep } from '../playbooks/playbook';
import { everyCommand } from '../sync/testing/everyCommand';
import type { AgendaRecord, Membership, StepTool, VoteRecord } from '../wire';
import { stepToolValues } from '../wire';
import { hides, reveals, stageOf, votesEnding } from './agenda';
import { mayChange, mayMove, mayUse, obstacleTo, type Situation, toolsOf } from './tools';

const guest: Membership = {
  participant: 'guest-0001',
  name: 'Guest',
  colour: 'sky',
  role: 'contributor',
  segment: '',
  isHost: false,
};
const host: Membership = { ...guest, role: 'host', isHost: true };

function agenda(index: number, ...tools: StepTool[]): AgendaRecord {
  return { id: 'agenda', playbook: '', steps: [{ ...newStep('One'), tools }], index };
}

function at(me: Membership, plan: AgendaRecord | undefined): Situation {
  return { me, status: 'open', agenda: plan };
}

describe('The tools of a step', () => {
  test('are all there without an agenda, and again when it is over', () => {
    for (const tool of stepToolValues) {
      expect(mayUse(tool, at(guest, undefined))).toBe(true);
      expect(mayUse(tool, at(guest, agenda(1)))).toBe(true);
    }
  });

  test('are none in the lobby, but for hosts', () => {
    for (const tool of stepToolValues) {
      expect(obstacleTo(tool, at(guest, agenda(-1, tool)))).toBe('lobby');
      expect(mayUse(tool, at(host, agenda(-1)))).toBe(true);
    }
  });

  test('are just those that the step lists', () => {
    const situation = at(guest, agenda(0, 'ideas', 'react'));
    expect(stepToolValues.filter((tool) => mayUse(tool, situation))).toEqual(['ideas', 'react']);
    expect(obstacleTo('group', situation)).toBe('notNow');
  });

  test('let everybody change and move their own ideas where ideas are added, and others’ with a tool of its own', () => {
    const writing = at(guest, agenda(0, 'ideas'));
    expect([mayChange(true, writing), mayChange(false, writing)]).toEqual([true, false]);
    expect([mayMove(true, writing), mayMove(false, writing)]).toEqual([true, false]);
    expect(mayChange(false, at(guest, agenda(0, 'edit')))).toBe(true);
    expect(mayMove(false, at(guest, agenda(0, 'move')))).toBe(true);
  });

  test('are nothing to observers, and to guests of a closed session', () => {
    expect(obstacleTo('ideas', at({ ...guest, role: 'observer' }, undefined))).toBe('role');
    const voter = at({ ...guest, role: 'voter' }, undefined);
    expect(stepToolValues.filter((tool) => mayUse(tool, voter))).toEqual(['dots']);
    expect(obstacleTo('ideas', { ...at(guest, undefined), status: 'closed' })).toBe('closed');
  });

  test('cover every command that changes what is on the board', () => {
    const free = new Set(everyCommand.filter((command) => toolsOf(command).length === 0).map(({ type }) => type));
    for (const type of ['addIdea', 'moveThings', 'addComment', 'castVote', 'addReaction', 'removeThings'] as const) {
      expect(free.has(type)).toBe(false);
    }
  });
});

describe('An agenda', () => {
  test('is in its lobby, runs, and is over', () => {
    expect([undefined, agenda(-1), agenda(0), agenda(1)].map(stageOf)).toEqual(['none', 'lobby', 'running', 'over']);
  });

  test('reveals where hidden ideas come before a step that hides nothing', () => {
    const open = newStep('Open');
    const blind = { ...open, exposure: 'own' } as const;
    expect([hides(open), hides(blind)]).toEqual([false, true]);
    expect([reveals(open, 3), reveals(open, 0), reveals(blind, 3)]).toEqual([true, false, false]);
  });
});

describe('Beginning another step', () => {
  const plan = agenda(0, 'ideas');
  const vote = (id: string, step: string, status: VoteRecord['status']): VoteRecord =>
    ({ id, step, status }) as VoteRecord;
  const own = plan.steps[0]?.id ?? '';

  test('closes the open votes of the step that runs, and no other ones', () => {
    const votes = [vote('a', own, 'open'), vote('b', own, 'closed'), vote('c', '', 'open'), vote('d', 'other', 'open')];
    expect(votesEnding(votes, plan).map(({ id }) => id)).toEqual(['a']);
  });

  test('closes none in the lobby, or where there is no agenda', () => {
    expect(votesEnding([vote('a', '', 'open'), undefined], { ...plan, index: -1 })).toEqual([]);
    expect(votesEnding([vote('a', '', 'open')], undefined)).toEqual([]);
  });
});
