import { readCsv } from './csv';
import type { Draft } from './draft';
import { readLines } from './lines';
import { readMarkdown } from './markdown';

/** How a text is to be understood. */
export type TextForm = 'lines' | 'csv' | 'markdown';

/** The largest file that is read, in bytes: some ten times the text of a full board. */
export const FILE_BYTES = 32 * 1024 * 1024;

const readers: Readonly<Record<TextForm, (text: string) => Draft>> = {
  lines: readLines,
  csv: readCsv,
  markdown: readMarkdown,
};

/** Reads ideas from a text. */
export function read(form: TextForm, text: string): Draft {
  return readers[form](text);
}

/** How a file's text is to be understood, from its name; plain lines where the name does not tell. */
export function formOfFile(name: string): TextForm {
  const ending = name.toLowerCase().replace(/^.*\./, '');
  if (ending === 'csv' || ending === 'tsv') {
    return 'csv';
  }
  return ending === 'md' || ending === 'markdown' ? 'markdown' : 'lines';
}

/** The text of a file's bytes: UTF-8 or, where it says so or is none, UTF-16 and Windows-1252, which spreadsheets still write. */
export function decode(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
