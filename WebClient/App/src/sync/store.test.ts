import { describe, expect, it } from 'vitest';
import type { IdeaRecord } from '../wire';
import { predict } from './predict';
import { applyPatch } from './records';
import { RecordStore } from './store';
import { randomCommand } from './testing/commands';
import { contentOf } from './testing/content';
import { SeededRandom } from './testing/random';

const author = { participant: 'person-0001', at: 1 };

function idea(id: string, fields: Partial<IdeaRecord> = {}): IdeaRecord {
  const nothing = {
    title: '',
    body: '',
    colour: 'sun',
    x: 0,
    y: 0,
    order: 1,
    group: '',
    author: '',
    createdAt: 0,
    votes: 0,
    reactions: {},
    tags: [],
    sheet: '',
    concept: false,
    held: 'none',
    heldReason: '',
    file: '',
    alt: '',
    lock: 'none',
    lockedBy: '',
  } as const;
  return { id, ...nothing, ...fields };
}

function board(): RecordStore {
  const store = new RecordStore();
  store.put('board', {
    id: 'board',
    title: '',
    brief: '',
    status: 'open',
    voteBudget: 6,
    joinCode: '',
    createdAt: 0,
    policy: '',
    approval: false,
  });
  store.put('person', { id: author.participant, name: 'Ada', colour: 'sky', role: 'owner', segment: '' });
  return store;
}

describe('patches', () => {
  it('R6 a put holds the whole record, a patch the fields that changed, a remove nothing', () => {
    const store = new RecordStore();
    applyPatch(store, { op: 'put', kind: 'idea', id: 'a', value: idea('a', { title: 'one' }) });
    applyPatch(store, { op: 'patch', kind: 'idea', id: 'a', value: { x: 5, reactions: { heart: 2 } } });
    expect(store.get('idea', 'a')).toEqual(idea('a', { title: 'one', x: 5, reactions: { heart: 2 } }));
    applyPatch(store, { op: 'remove', kind: 'idea', id: 'a' });
    expect(store.get('idea', 'a')).toBeUndefined();
  });

  it('R6 a new value of a field replaces the old one whole', () => {
    const store = new RecordStore();
    store.put('idea', idea('a', { reactions: { heart: 1, thumb: 2 } }));
    applyPatch(store, { op: 'patch', kind: 'idea', id: 'a', value: { reactions: { party: 1 } } });
    expect(store.get('idea', 'a')?.reactions).toEqual({ party: 1 });
  });

  it('R7 a put replaces what was there, and a remove of what is not there changes nothing', () => {
    const store = new RecordStore();
    store.put('idea', idea('a', { title: 'old', x: 9 }));
    applyPatch(store, { op: 'put', kind: 'idea', id: 'a', value: idea('a', { title: 'new' }) });
    applyPatch(store, { op: 'remove', kind: 'comment', id: 'none' });
    expect(store.all('idea')).toEqual([idea('a', { title: 'new' })]);
  });

  it('leaves out kinds that only a newer server knows', () => {
    const store = new RecordStore();
    const patch = JSON.parse('{"op":"put","kind":"hologram","id":"a","value":{"id":"a"}}');
    expect(() => applyPatch(store, patch)).not.toThrow();
  });
});

describe('the store', () => {
  it('lists ideas by order and then id, and keeps the list while neither changes', () => {
    const store = new RecordStore();
    store.put('idea', idea('b', { order: 2 }));
    store.put('idea', idea('c', { order: 1 }));
    store.put('idea', idea('a', { order: 2 }));
    const ids = store.ids('idea');
    expect(ids).toEqual(['c', 'a', 'b']);
    store.put('idea', idea('a', { order: 2, title: 'other' }));
    expect(store.ids('idea')).toBe(ids);
    store.put('idea', idea('a', { order: 3 }));
    expect(store.ids('idea')).toEqual(['c', 'b', 'a']);
  });

  it("keeps the list of an idea's comments and a group's ideas", () => {
    const store = new RecordStore();
    store.put('idea', idea('a', { group: 'g' }));
    store.put('comment', {
      id: 'k',
      idea: 'a',
      author: '',
      text: '',
      createdAt: 2,
      edited: false,
      held: 'none',
      heldReason: '',
    });
    store.put('comment', {
      id: 'l',
      idea: 'a',
      author: '',
      text: '',
      createdAt: 1,
      edited: false,
      held: 'none',
      heldReason: '',
    });
    expect(store.related('commentsOfIdea', 'a')).toEqual(['l', 'k']);
    expect(store.related('ideasOfGroup', 'g')).toEqual(['a']);
    store.put('idea', idea('a'));
    store.remove('comment', 'k');
    expect(store.related('commentsOfIdea', 'a')).toEqual(['l']);
    expect(store.related('ideasOfGroup', 'g')).toEqual([]);
  });

  it('tells only those who listen to a record that really changed, once', () => {
    const store = new RecordStore();
    store.put('idea', idea('a'));
    store.put('idea', idea('b'));
    const told: string[] = [];
    store.subscribe('idea', 'a', () => told.push('a'));
    store.subscribe('idea', 'b', () => told.push('b'));
    store.subscribeIds('idea', () => told.push('ids'));
    store.transaction(() => {
      store.put('idea', idea('a', { x: 1 }));
      store.put('idea', idea('b', { x: 1 }));
      store.put('idea', idea('a', { x: 2 }));
      store.put('idea', idea('b'));
    });
    expect(told).toEqual(['a']);
  });

  it('answers the same object when a record was replaced by an equal one', () => {
    const store = new RecordStore();
    const first = idea('a', { reactions: { heart: 1 } });
    store.put('idea', first);
    store.put('idea', idea('a', { reactions: { heart: 1 } }));
    expect(store.get('idea', 'a')).toBe(first);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is what it was after predictions were taken off again (seed %i)', (seed) => {
    const random = new SeededRandom(seed);
    const store = board();
    for (let step = 0; step < 100; step++) {
      predict(store, randomCommand(store, random), author);
    }
    const before = contentOf(store);
    const logs = Array.from({ length: 60 }, () =>
      store.recorded(() => predict(store, randomCommand(store, random), author)),
    );
    store.transaction(() => {
      for (const log of logs.reverse()) {
        store.undo(log);
      }
    });
    expect(contentOf(store)).toEqual(before);
  });

  it.each([1, 2, 3, 4])('keeps lists that a newly built store would have too (seed %i)', (seed) => {
    const random = new SeededRandom(seed);
    const store = board();
    for (let step = 0; step < 300; step++) {
      store.transaction(() => predict(store, randomCommand(store, random), author));
      store.ids('idea');
      store.ids('group').forEach((group) => {
        store.related('ideasOfGroup', group);
      });
    }
    const fresh = new RecordStore();
    for (const record of store.all('idea')) {
      fresh.put('idea', record);
    }
    expect(store.ids('idea')).toEqual(fresh.ids('idea'));
    for (const group of store.ids('group')) {
      expect(store.related('ideasOfGroup', group)).toEqual(fresh.related('ideasOfGroup', group));
    }
  });
});
