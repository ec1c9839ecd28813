import { describe, expect, it } from 'vitest';
import { RecordStore } from '../sync/store';
import { fromBase64, readBoardFile, toBase64, writeBoardFile } from './boardFile';

function store(): RecordStore {
  const records = new RecordStore();
  records.put('board', {
    id: 'board',
    title: 'A park',
    brief: 'Be bold.',
    status: 'open',
    voteBudget: 5,
    policy: '',
    approval: false,
    joinCode: 'ABC234',
    createdAt: 0,
  });
  records.put('person', { id: 'ana', name: 'Ana', colour: 'sky', role: 'owner', segment: '' });
  records.put('comment', {
    id: 'c',
    idea: 'i',
    author: 'ana',
    text: 'Yes',
    createdAt: 4,
    edited: false,
    held: 'none',
    heldReason: '',
  });
  return records;
}

describe('a board’s file', () => {
  it('is read as it was written', async () => {
    const file = await writeBoardFile(store(), Date.UTC(2026, 0, 2), () => Promise.reject(new Error('no files')));
    expect(readBoardFile(JSON.stringify(file))).toEqual(file);
    expect(file).toMatchObject({ title: 'A park', exportedAt: '2026-01-02T00:00:00.000Z', ideas: [], files: [] });
    expect(file?.comments).toEqual(store().all('comment'));
    expect(JSON.stringify(file)).not.toContain('ABC234');
  });

  it('is told from what is none, and from one of a newer version', async () => {
    const file = await writeBoardFile(store(), 0, () => Promise.resolve(''));
    expect(readBoardFile('{')).toBe('notJson');
    expect(readBoardFile('null')).toBe('notABoard');
    expect(readBoardFile('[]')).toBe('notABoard');
    expect(readBoardFile(JSON.stringify({ ...file, ideas: undefined }))).toBe('notABoard');
    expect(readBoardFile(JSON.stringify({ ...file, version: 2 }))).toBe('newer');
  });

  it('carries bytes whole', async () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 31) % 256);
    expect(fromBase64(await toBase64(new Blob([bytes])))).toEqual(bytes);
  });
});
