import { describe, expect, it, vi } from 'vitest';
import { sha256 } from '../results/count/sha256';
import { type FileRecord, limits } from '../wire';
import { toBase64 } from './boardFile';
import { FileProblem, readFiles } from './boardPictures';

async function file(bytes: Uint8Array<ArrayBuffer>, more: Partial<FileRecord & { data: string }> = {}) {
  return {
    id: sha256(bytes),
    format: 'png' as const,
    name: 'buckle.png',
    bytes: bytes.length,
    width: 1,
    height: 1,
    author: '',
    createdAt: 0,
    data: await toBase64(new Blob([bytes])),
    ...more,
  };
}

const picture = Uint8Array.from({ length: 3_000 }, (_, at) => (at * 31) % 251);

describe('pictures in a board’s file', () => {
  it('are read whole, with and without the browser’s own hash', async () => {
    const one = await file(picture);
    const [read] = await readFiles({ files: [one] });
    expect(new Uint8Array((await read?.content.arrayBuffer()) ?? [])).toEqual(picture);
    vi.stubGlobal('crypto', {});
    expect(await readFiles({ files: [one] })).toHaveLength(1);
    vi.unstubAllGlobals();
  });

  it.each([
    ['not base 64', { data: '%%%' }],
    ['of no text', { data: 7 as never }],
    ['cut off', { data: 'AAAA' }],
    ['of another name', { id: 'a'.repeat(64) }],
  ])('are told by name where they are damaged: %s', async (_, more) => {
    const broken = await file(picture, more);
    const refused = readFiles({ files: [await file(picture), broken] });
    await expect(refused).rejects.toEqual(new FileProblem('damaged', 'buckle.png'));
  });

  it('are told where they are larger than a board takes, and taken at that size', async () => {
    const zeros = (bytes: number): string => btoa('\0'.repeat(bytes));
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(limits.fileBytes));
    const id = Buffer.from(digest).toString('hex');
    const largest = await file(picture, { id, data: zeros(limits.fileBytes) });
    expect(await readFiles({ files: [largest] })).toHaveLength(1);
    const larger = await file(picture, { name: 'huge.png', data: zeros(limits.fileBytes + 1) });
    await expect(readFiles({ files: [larger] })).rejects.toEqual(new FileProblem('tooLarge', 'huge.png'));
  });
});
