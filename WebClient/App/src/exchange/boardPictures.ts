import { sha256 } from '../results/count/sha256';
import { type FileRecord, limits } from '../wire';
import { type BoardFile, fromBase64 } from './boardFile';

/** A file out of a board's file, ready to be uploaded. */
export interface ReadFile {
  readonly record: FileRecord;
  readonly content: Blob;
}

/** What is wrong with one of the files in a board's file. */
export class FileProblem extends Error {
  constructor(
    readonly problem: 'damaged' | 'tooLarge',
    readonly file: string,
  ) {
    super(`${file}: ${problem}`);
    this.name = 'FileProblem';
  }
}

/** The files in a board's file. All of them are looked at before anything is made of the board: rejected with a FileProblem for the first that is not what its id says. */
export async function readFiles({ files }: Pick<BoardFile, 'files'>): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const { data, ...record } of files) {
    const bytes = bytesOf(data);
    if (bytes !== null && bytes.length > limits.fileBytes) {
      throw new FileProblem('tooLarge', record.name);
    }
    if (bytes === null || (await hashOf(bytes)) !== record.id) {
      throw new FileProblem('damaged', record.name);
    }
    read.push({ record, content: new Blob([bytes]) });
  }
  return read;
}

function bytesOf(data: unknown): Uint8Array<ArrayBuffer> | null {
  try {
    return typeof data === 'string' ? fromBase64(data) : null;
  } catch {
    return null;
  }
}

/** By the browser itself where the page came in a way that it trusts. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = crypto as Partial<Crypto>;
  return subtle === undefined ? sha256(bytes) : toHex(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
