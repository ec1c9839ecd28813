import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { type ClientCommand, limits } from '../wire';
import { coalesce } from './coalesce';
import { Outbox } from './outbox';
import { type CommandStorage, IndexedDbStorage, type StoredCommand } from './storage';
import { settled } from './testing/clock';
import { addIdea } from './testing/world';

const forgetful: CommandStorage = { load: async () => [], write: async () => undefined };

function outboxWith(storage: CommandStorage = forgetful, client = 'client-0001'): Outbox {
  let ids = 0;
  return new Outbox(
    'board-0001',
    client,
    storage,
    () => `renamed-${++ids}`,
    () => undefined,
  );
}

function add(outbox: Outbox, command: ClientCommand): string[] {
  const decisions: string[] = [];
  outbox.add(command, 1, (decision) => decisions.push(decision));
  return decisions;
}

describe('numbers', () => {
  it('R21 are from 1, without gaps, in order', () => {
    const outbox = outboxWith();
    for (let at = 0; at < 5; at++) {
      add(outbox, addIdea());
    }
    expect(outbox.take(3).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(outbox.take(64).map(({ number }) => number)).toEqual([4, 5]);
    expect(outbox.take(64)).toEqual([]);
  });

  it('R21 are not sent further ahead than the server remembers outcomes', () => {
    const outbox = outboxWith();
    for (let at = 0; at < 300; at++) {
      add(outbox, addIdea());
    }
    expect(outbox.take(1_000)).toHaveLength(limits.unsettledPerClient);
    expect(outbox.take(1_000)).toEqual([]);
    outbox.settle('client-0001', { number: 1, seq: 1 });
    expect(outbox.take(1_000).map(({ number }) => number)).toEqual([limits.unsettledPerClient + 1]);
  });

  it('R3 R21 fit in one message, however long the texts are', () => {
    const outbox = outboxWith();
    for (let at = 0; at < 10; at++) {
      add(outbox, { type: 'writeIdeaBody', id: `idea-0000${at}`, body: '\u0000'.repeat(limits.bodyLength) });
    }
    for (let batch = outbox.take(64); batch.length > 0; batch = outbox.take(64)) {
      const message = JSON.stringify({ type: 1, target: 'Submit', arguments: [batch] });
      expect(new TextEncoder().encode(message).length).toBeLessThan(limits.messageBytes);
    }
    expect(outbox.waiting).toBe(0);
  });

  it('R29 are taken again after a retry, from the number after the last decided one', () => {
    const outbox = outboxWith();
    for (let at = 0; at < 5; at++) {
      add(outbox, addIdea());
    }
    outbox.take(64);
    outbox.rewind(2);
    expect(outbox.take(64).map(({ number }) => number)).toEqual([3, 4, 5]);
  });
});

describe('outcomes', () => {
  it('R25 are told to whoever gave the command, once', () => {
    const outbox = outboxWith();
    const first = add(outbox, addIdea());
    const second = add(outbox, addIdea());
    outbox.take(64);
    outbox.settle('client-0001', { number: 1, seq: 1 });
    outbox.settle('client-0001', { number: 2, seq: 2, refusal: 'exists' });
    expect(outbox.settle('client-0001', { number: 2, seq: 2, refusal: 'exists' })).toBeNull();
    expect([first, second]).toEqual([['accepted'], ['exists']]);
  });

  it('R18 R27 of a join are those of every number up to the last, refused ones as listed', () => {
    const outbox = outboxWith();
    const told = [add(outbox, addIdea()), add(outbox, addIdea()), add(outbox, addIdea())];
    outbox.settleThrough('client-0001', 2, [{ number: 2, seq: 0, refusal: 'tooMany' }]);
    expect(told).toEqual([['accepted'], ['tooMany'], []]);
    expect(outbox.count).toBe(1);
  });
});

describe('coalescing', () => {
  const title = (text: string): ClientCommand => ({ type: 'retitleIdea', id: 'idea-00001', title: text });

  it('keeps one number for what was typed before it could be sent, and tells both who typed it', () => {
    const outbox = outboxWith();
    const told = [add(outbox, title('a')), add(outbox, title('ab')), add(outbox, title('abc'))];
    expect(outbox.take(64)).toEqual([{ number: 1, command: title('abc') }]);
    outbox.settle('client-0001', { number: 1, seq: 1 });
    expect(told).toEqual([['accepted'], ['accepted'], ['accepted']]);
  });

  it('never changes a command that was sent, not even after a retry', () => {
    const outbox = outboxWith();
    add(outbox, title('a'));
    outbox.take(64);
    outbox.rewind(0);
    add(outbox, title('ab'));
    expect(outbox.take(64)).toEqual([
      { number: 1, command: title('a') },
      { number: 2, command: title('ab') },
    ]);
  });

  it.each<[string, ClientCommand, ClientCommand, ClientCommand | null]>([
    [
      'moves of the same things are joined, the later place of each',
      {
        type: 'moveThings',
        moves: [
          { id: 'a', x: 1, y: 1 },
          { id: 'b', x: 1, y: 1 },
        ],
      },
      {
        type: 'moveThings',
        moves: [
          { id: 'b', x: 2, y: 2 },
          { id: 'a', x: 3, y: 3 },
        ],
      },
      {
        type: 'moveThings',
        moves: [
          { id: 'b', x: 2, y: 2 },
          { id: 'a', x: 3, y: 3 },
        ],
      },
    ],
    [
      'moves of other things are not: a frame takes along what lies in it by then',
      { type: 'moveThings', moves: [{ id: 'a', x: 1, y: 1 }] },
      {
        type: 'moveThings',
        moves: [
          { id: 'a', x: 2, y: 2 },
          { id: 'frame', x: 2, y: 2 },
        ],
      },
      null,
    ],
    ['titles of different ideas are not', title('a'), { type: 'retitleIdea', id: 'idea-00002', title: 'b' }, null],
    [
      'votes are not: each counts',
      { type: 'castVote', idea: 'a', dots: 1 },
      { type: 'castVote', idea: 'a', dots: 1 },
      null,
    ],
    ['different commands are not', title('a'), { type: 'writeIdeaBody', id: 'idea-00001', body: 'b' }, null],
    [
      'the later name of a board stays',
      { type: 'renameBoard', title: 'a' },
      { type: 'renameBoard', title: 'b' },
      { type: 'renameBoard', title: 'b' },
    ],
  ])('%s', (_, earlier, later, expected) => {
    expect(coalesce(earlier, later)).toEqual(expected);
  });
});

describe('what survives the tab', () => {
  it('is stored before it counts as safe, and forgotten when it is decided', async () => {
    const storage = new IndexedDbStorage(new IDBFactory());
    const outbox = outboxWith(storage);
    add(outbox, addIdea('idea-00001'));
    add(outbox, addIdea('idea-00002'));
    expect(outbox.isSafe).toBe(false);
    await storedBy(outbox);
    expect((await storage.load('board-0001')).map(({ client, number }) => [client, number])).toEqual([
      ['client-0001', 1],
      ['client-0001', 2],
    ]);
    outbox.take(64);
    outbox.settle('client-0001', { number: 1, seq: 1 });
    await forgotten(storage, 1);
    expect(await storage.load('board-0002')).toEqual([]);
  });

  it('is stored as it was when it was last changed', async () => {
    const storage = new IndexedDbStorage(new IDBFactory());
    const outbox = outboxWith(storage);
    for (const title of ['a', 'ab', 'abc']) {
      add(outbox, { type: 'retitleIdea', id: 'idea-00001', title });
      await settled();
    }
    await storedBy(outbox);
    expect(await storage.load('board-0001')).toMatchObject([{ number: 1, command: { title: 'abc' } }]);
  });

  it('stays in memory and is not called safe when the browser cannot store', async () => {
    const full: CommandStorage = { load: async () => [], write: () => Promise.reject(new Error('QuotaExceededError')) };
    const outbox = outboxWith(full);
    add(outbox, addIdea());
    await settled();
    expect(outbox.isSafe).toBe(false);
    expect(outbox.take(64)).toHaveLength(1);
    outbox.settle('client-0001', { number: 1, seq: 1 });
    expect(outbox.isSafe).toBe(true);
  });

  it('is adopted before the commands of the tab that adopts it, with its own numbers', () => {
    const outbox = outboxWith();
    add(outbox, addIdea('idea-of-mine'));
    outbox.adopt([stored(4), stored(5)]);
    expect(outbox.active.client).toBe('client-gone');
    expect(outbox.take(64).map(({ number }) => number)).toEqual([4, 5]);
    outbox.settleThrough('client-gone', 5, []);
    expect(outbox.finishLane()).toBe(true);
    expect(outbox.active.client).toBe('client-0001');
    expect(outbox.take(64).map(({ number }) => number)).toEqual([1]);
  });

  it('R22 R24 gets another client id and numbers from 1 when it does not follow on what the board knows', () => {
    const outbox = outboxWith();
    outbox.adopt([stored(4), stored(6)]);
    expect(outbox.followsOn(3)).toBe(false);
    expect(outbox.rename()).toBe('renamed-1');
    expect(outbox.followsOn(0)).toBe(true);
    expect(outbox.take(64).map(({ number }) => number)).toEqual([1, 2]);
  });
});

function stored(number: number): StoredCommand {
  return { board: 'board-0001', client: 'client-gone', number, command: addIdea(), at: 1 };
}

async function storedBy(outbox: Outbox): Promise<void> {
  while (!outbox.isSafe) {
    await settled();
  }
}

async function forgotten(storage: CommandStorage, left: number): Promise<void> {
  while ((await storage.load('board-0001')).length > left) {
    await settled();
  }
}
