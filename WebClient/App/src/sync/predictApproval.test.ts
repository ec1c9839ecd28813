import { describe, expect, it } from 'vitest';
import type { ClientCommand, Patch } from '../wire';
import { predict } from './predict';
import { applyPatch } from './records';
import { Trace } from './steps/trace';
import { RecordStore } from './store';
import { findThing } from './things';

const ada = { participant: 'person-ada', at: 1 };
const bo = { participant: 'person-bo', at: 1 };
const hal = { participant: 'person-hal', at: 1 };
const each = ['idea', 'note', 'frame', 'image', 'group', 'line'] as const;
const box = { x: 0, y: 0, width: 100, height: 100 };

const added: readonly ClientCommand[] = [
  { type: 'addIdea', id: 'idea', title: 'A', body: '', colour: 'sun', x: 0, y: 0, group: '' },
  { type: 'addNote', id: 'note', text: 'A', size: 'small', ...box },
  { type: 'addFrame', id: 'frame', title: 'A', ...box },
  { type: 'addImage', id: 'image', file: 'f', alt: 'A', ...box },
  { type: 'addGroup', id: 'group', title: 'A', ...box },
  { type: 'addConnector', id: 'line', from: 'note', to: 'idea', label: 'A' },
  { type: 'addStamp', id: 'stamp', sign: 'star', x: 10, y: 10, on: 'idea' },
  { type: 'addGroup', id: 'bare', title: '', ...box },
];

/** A board on which hosts approve what people add. */
function board(approval = true): RecordStore {
  const store = new RecordStore();
  for (const [id, role] of [
    ['person-ada', 'contributor'],
    ['person-bo', 'contributor'],
    ['person-hal', 'host'],
  ] as const) {
    store.put('person', { id, name: id, colour: 'sky', role, segment: '' });
  }
  const said = { title: '', brief: '', status: 'open', voteBudget: 5, joinCode: '', createdAt: 0, policy: '' } as const;
  store.put('board', { id: 'board', ...said, approval });
  return store;
}

function later(store: RecordStore, by: typeof ada, ...commands: readonly ClientCommand[]): RecordStore {
  for (const command of commands) {
    predict(store, command, by);
  }
  return store;
}

const heldOf = (store: RecordStore, id: string): string | undefined => findThing(store, id)?.record.held;

const write = (id: string, text: string): ClientCommand =>
  id === 'idea' ? { type: 'retitleIdea', id, title: text } : { type: 'writeThing', id, text };

describe('what is shown while hosts approve what people add', () => {
  it('R170 waits where it says or shows something, unless a host made it', () => {
    expect(each.map((id) => heldOf(later(board(), ada, ...added), id))).toEqual(each.map(() => 'waiting'));
    expect(['stamp', 'bare'].map((id) => heldOf(later(board(), ada, ...added), id))).toEqual(['none', 'none']);
    expect(each.map((id) => heldOf(later(board(), hal, ...added), id))).toEqual(each.map(() => 'none'));
    expect(each.map((id) => heldOf(later(board(false), ada, ...added), id))).toEqual(each.map(() => 'none'));
  });

  it('R172 waits again when its author writes it anew, and not for the same words or another place', () => {
    for (const id of each) {
      const store = later(board(), ada, ...added, { type: 'setApproval', on: true });
      later(store, hal, { type: 'approve', ids: [...each] });
      expect(heldOf(store, id)).toBe('none');
      later(store, ada, write(id, 'A'), { type: 'moveThings', moves: [{ id, x: 5, y: 5 }] });
      expect(heldOf(store, id)).toBe('none');
      later(store, ada, write(id, 'B'));
      expect(heldOf(store, id)).toBe('waiting');
    }
    const untitled = later(board(), ada, ...added, write('group', ''), write('line', ''));
    expect([heldOf(untitled, 'group'), heldOf(untitled, 'line')]).toEqual(['none', 'none']);
  });

  it('R172 takes a tag that everybody sees for no new word', () => {
    const store = later(board(), hal, { ...added[0], id: 'known' } as ClientCommand, {
      type: 'tagIdeas',
      ideas: ['known'],
      tag: 'old',
    });
    later(store, ada, ...added);
    later(store, hal, { type: 'approve', ids: ['idea'] });
    later(store, ada, { type: 'tagIdeas', ideas: ['idea'], tag: 'old' });
    expect(heldOf(store, 'idea')).toBe('none');
    later(store, ada, { type: 'tagIdeas', ideas: ['idea'], tag: 'new' });
    expect(heldOf(store, 'idea')).toBe('waiting');
  });

  it('R173 leaves what others wrote as it is, but for hosts', () => {
    const store = later(board(), ada, ...added);
    later(store, hal, { type: 'approve', ids: [...each] });
    for (const id of each) {
      const before = findThing(store, id)?.record;
      later(store, bo, write(id, 'B'));
      expect(findThing(store, id)?.record).toEqual(before);
      later(store, hal, write(id, 'B'));
      expect(findThing(store, id)?.record).not.toEqual(before);
      expect(heldOf(store, id)).toBe('none');
    }
  });

  it('R172 knows an edit that comes back as a removal and the whole record, and can take it back', () => {
    const store = later(board(), hal, ...added);
    const record = { ...(store.get('idea', 'idea') ?? never()), author: 'person-ada' };
    store.put('idea', record);
    const trace = new Trace();
    trace.changes = [{ kind: 'idea', id: 'idea', before: record, after: { ...record, title: 'B', held: 'waiting' } }];
    const patches: readonly Patch[] = [
      { op: 'remove', kind: 'idea', id: 'idea' },
      { op: 'put', kind: 'idea', id: 'idea', value: { ...record, title: 'B', held: 'waiting' } },
    ];
    const met = patches.map((patch) => {
      const isMet = trace.meet(patch, store);
      applyPatch(store, patch);
      return isMet;
    });
    expect(met).toEqual([false, true]);
    expect(trace.changes[0]?.before).toEqual(record);
  });
});

function never(): never {
  throw new Error('It is not there.');
}
