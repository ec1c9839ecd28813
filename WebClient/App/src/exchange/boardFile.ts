import type { RecordReader } from '../sync';
import type { FileRecord, RecordKind, Records } from '../wire';

/** A board as a file (docs/BOARD-FILE.md): its records as the viewer sees them, and the content of its files. */
export interface BoardFile extends BoardFileRecords {
  readonly format: 'cocreate-board';
  readonly version: 1;
  /** ISO 8601. */
  readonly exportedAt: string;
  readonly title: string;
  readonly brief: string;
  readonly voteBudget: number;
  readonly files: readonly (FileRecord & { readonly data: string })[];
}

type BoardFileRecords = { readonly [L in keyof typeof lists]: readonly Records[(typeof lists)[L]][] };

/** The lists of a board's file, and the kind of record that each holds. */
const lists = {
  people: 'person',
  ideas: 'idea',
  groups: 'group',
  connectors: 'connector',
  frames: 'frame',
  notes: 'note',
  images: 'image',
  stamps: 'stamp',
  comments: 'comment',
} as const satisfies Record<string, RecordKind>;

/** Writes what the viewer sees. `dataOf` gives a file's content in base 64. */
export async function writeBoardFile(
  records: RecordReader,
  now: number,
  dataOf: (hash: string) => Promise<string>,
): Promise<BoardFile | null> {
  const board = records.get('board', 'board');
  if (board === undefined) {
    return null;
  }
  const files: (FileRecord & { readonly data: string })[] = [];
  for (const file of records.all('file')) {
    files.push({ ...file, data: await dataOf(file.id) });
  }
  const { title, brief, voteBudget } = board;
  return {
    format: 'cocreate-board',
    version: 1,
    exportedAt: new Date(now).toISOString(),
    title,
    brief,
    voteBudget,
    ...(Object.fromEntries(Object.entries(lists).map(([list, kind]) => [list, records.all(kind)])) as BoardFileRecords),
    files,
  };
}

/** What is wrong with a text that should be a board's file. */
export type BoardFileProblem = 'notJson' | 'notABoard' | 'newer';

/** Reads a board's file as far as the browser needs to: the server checks every record. */
export function readBoardFile(text: string): BoardFile | BoardFileProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'notJson';
  }
  const file = value as Partial<BoardFile> | null;
  if (typeof file !== 'object' || file?.format !== 'cocreate-board') {
    return 'notABoard';
  }
  if (file.version !== 1) {
    return 'newer';
  }
  const whole =
    typeof file.title === 'string' &&
    typeof file.brief === 'string' &&
    typeof file.voteBudget === 'number' &&
    [...Object.keys(lists), 'files'].every((list) => Array.isArray(file[list as keyof BoardFile]));
  return whole ? (file as BoardFile) : 'notABoard';
}

/** Bytes in base 64, and back. */
export async function toBase64(content: Blob): Promise<string> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  let text = '';
  // In pieces: a function takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) {
    bytes[at] = binary.charCodeAt(at);
  }
  return bytes;
}
