import { describe, expect, it } from 'vitest';
import { ranksBetween } from '../board/model/things';
import type { ClientCommand } from '../wire';
import { predict } from './predict';
import { RecordStore } from './store';
import { isKept } from './things';

const ada = { participant: 'person-ada', at: 1 };
const bo = { participant: 'person-bo', at: 1 };

/** A board with an idea, a note, a connector between them, and a stamp on the idea; Ada made all of it. */
function board(): RecordStore {
  const store = new RecordStore();
  for (const id of ['person-ada', 'person-bo']) {
    store.put('person', { id, name: id, colour: 'sky', role: 'contributor', segment: '' });
  }
  order(
    store,
    { type: 'addIdea', id: 'idea', title: '', body: '', colour: 'sun', x: 0, y: 0, group: '' },
    { type: 'addNote', id: 'note', text: '', size: 'small', x: 300, y: 0, width: 100, height: 40 },
    { type: 'addConnector', id: 'line', from: 'note', to: 'idea', label: '' },
    { type: 'addStamp', id: 'stamp', sign: 'star', x: 10, y: 10, on: 'idea' },
  );
  return store;
}

function order(store: RecordStore, ...commands: readonly ClientCommand[]): void {
  for (const command of commands) {
    predict(store, command, ada);
  }
}

describe('what is kept from some', () => {
  const kept = (store: RecordStore): string[] =>
    ['idea', 'note', 'line', 'stamp', 'gone'].filter((id) => isKept(store, id));

  it('R145 is what hosts hold, and what hangs on it', () => {
    const store = board();
    expect(kept(store)).toEqual([]);
    order(store, { type: 'hide', ids: ['note'], reason: 'x' });
    expect(kept(store)).toEqual(['note', 'line']);
  });

  it('R113 is a concept, and what hangs on it', () => {
    const store = board();
    const idea = store.get('idea', 'idea');
    if (idea !== undefined) {
      store.put('idea', { ...idea, concept: true });
    }
    expect(kept(store)).toEqual(['idea', 'line', 'stamp']);
  });
});

describe('what is shown before the board has answered', () => {
  it('R64 lets connectors and stamps go with the thing they are at', () => {
    const store = board();
    order(store, { type: 'removeThings', ids: ['idea'] });
    expect([store.ids('idea'), store.ids('connector'), store.ids('stamp')]).toEqual([[], [], []]);
    expect(store.ids('note')).toEqual(['note']);
  });

  it("R61 leaves what is another's, and R63 what is locked", () => {
    const store = board();
    predict(store, { type: 'removeThings', ids: ['idea', 'note'] }, bo);
    expect([store.ids('idea'), store.ids('note')]).toEqual([['idea'], ['note']]);
    order(store, { type: 'lockThings', ids: ['note'], lock: 'own' });
    predict(store, { type: 'moveThings', moves: [{ id: 'note', x: 9, y: 9 }] }, bo);
    expect(store.get('note', 'note')?.x).toBe(300);
  });

  it('R62 takes stamps along, and in a frame what lies in it by its middle', () => {
    const store = board();
    order(
      store,
      { type: 'addFrame', id: 'frame', title: '', x: -10, y: -10, width: 240, height: 200 },
      { type: 'moveThings', moves: [{ id: 'frame', x: 90, y: -10 }] },
    );
    expect([store.get('idea', 'idea')?.x, store.get('stamp', 'stamp')?.x, store.get('note', 'note')?.x]).toEqual([
      100, 110, 300,
    ]);
  });
});

describe('the drawing order', () => {
  const things = [1, 2, 3, 4].map((at) => ({ id: `t${at}`, order: at }));
  const others = things.filter((thing) => thing.id !== 't2');

  it.each([
    ['front', ['t1', 't3', 't4', 't2']],
    ['forward', ['t1', 't3', 't2', 't4']],
    ['backward', ['t2', 't1', 't3', 't4']],
    ['back', ['t2', 't1', 't3', 't4']],
  ] as const)('%s', (step, expected) => {
    const [rank] = ranksBetween(things.slice(1, 2), others, step);
    const after = [...others, { id: 't2', order: rank?.order ?? 2 }].sort((a, b) => a.order - b.order);
    expect(after.map((thing) => thing.id)).toEqual(expected);
  });

  it('keeps the order of what is moved together, and does nothing where there is nothing else', () => {
    const ranks = ranksBetween(things.slice(0, 2), things.slice(2), 'front');
    expect(ranks.map((rank) => rank.id)).toEqual(['t1', 't2']);
    expect(Math.min(...ranks.map((rank) => rank.order))).toBeGreaterThan(4);
    expect(ranksBetween(things, [], 'back')).toEqual([]);
  });
});
