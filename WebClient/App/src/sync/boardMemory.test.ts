import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { IndexedDbBoards, mostLength } from './boardMemory';
import type { KeptBoard } from './keptBoard';

const day = 24 * 3_600_000;

describe('boards kept in the browser', () => {
  it('come back as they were kept, until they are forgotten', async () => {
    const boards = new IndexedDbBoards(new IDBFactory(), '1-ab', () => day);
    await boards.keep(kept('board-0001', day));
    expect(await boards.read('board-0001')).toEqual(kept('board-0001', day));
    await boards.forget('board-0001');
    expect(await boards.read('board-0001')).toBeNull();
  });

  it('are not read by another build of the client, whose records may have another form', async () => {
    const factory = new IDBFactory();
    await new IndexedDbBoards(factory, '1-ab', () => day).keep(kept('board-0001', day));
    expect(await new IndexedDbBoards(factory, '2-cd', () => day).read('board-0001')).toBeNull();
  });

  it('are five, the latest ones', async () => {
    const boards = new IndexedDbBoards(new IDBFactory(), '1-ab', () => day);
    for (let at = 1; at <= 6; at++) {
      await boards.keep(kept(`board-000${at}`, at));
    }
    const found = await Promise.all([1, 2, 6].map((at) => boards.read(`board-000${at}`)));
    expect(found.map((each) => each?.board)).toEqual([undefined, 'board-0002', 'board-0006']);
  });

  it('are kept for fourteen days and not a millisecond longer', async () => {
    const factory = new IDBFactory();
    await new IndexedDbBoards(factory, '1-ab', () => 0).keep(kept('board-0001', 1));
    expect(await new IndexedDbBoards(factory, '1-ab', () => 14 * day + 1).read('board-0001')).not.toBeNull();
    expect(await new IndexedDbBoards(factory, '1-ab', () => 14 * day + 2).read('board-0001')).toBeNull();
    await new IndexedDbBoards(factory, '1-ab', () => 14 * day + 2).keep(kept('board-0002', 14 * day + 2));
    expect(await new IndexedDbBoards(factory, '1-ab', () => 1).read('board-0001')).toBeNull();
  });

  it('have so many characters at most; a larger one is not kept, nor is what it was before', async () => {
    const boards = new IndexedDbBoards(new IDBFactory(), '1-ab', () => day);
    const around = JSON.stringify(kept('board-0001', day)).length;
    await boards.keep(kept('board-0001', day, 'x'.repeat(mostLength - around)));
    expect((await boards.read('board-0001'))?.me.name).toHaveLength(mostLength - around);
    await boards.keep(kept('board-0001', day, 'x'.repeat(mostLength - around + 1)));
    expect(await boards.read('board-0001')).toBeNull();
  });

  it('are none where the browser stores nothing', async () => {
    const shut = { open: () => { throw new Error('shut'); } } as unknown as IDBFactory; // biome-ignore format: one line
    await expect(new IndexedDbBoards(shut, '1-ab', () => day).read('board-0001')).rejects.toThrow('shut');
  });
});

function kept(board: string, at: number, name = ''): KeptBoard {
  const me = {
    participant: 'guest-0001',
    name,
    colour: 'sky',
    role: 'contributor',
    segment: '',
    isHost: false,
  } as const;
  return { board, at, me, snapshot: { epoch: 1, seq: 2, patches: [] } };
}
