import type { TextChange } from '../wire';

/** PROTOCOL R50: the text after a change. Throws when the change is of a text of another length. */
export function applyText(text: string, changes: TextChange): string {
  let [after, at] = ['', 0];
  for (const piece of changes) {
    if (typeof piece === 'number') {
      after += text.slice(at, at + piece);
      at += piece;
    } else {
      const [length, ...lines] = piece;
      after += lines.join('\n');
      at += length;
    }
  }
  if (at !== text.length) {
    throw new RangeError(`The change is of a text of ${at} characters, this one has ${text.length}`);
  }
  return after;
}

/** Length of the texts that a change can be applied to. */
export function lengthBefore(changes: TextChange): number {
  return changes.reduce<number>((length, piece) => length + (typeof piece === 'number' ? piece : piece[0]), 0);
}

/** What a change inserts, the pieces separated by line breaks: what somebody would lose when it is taken back. */
export function insertedText(changes: TextChange): string {
  const texts = changes.flatMap((piece) => (typeof piece === 'number' ? [] : [piece.slice(1).join('\n')]));
  return texts.filter((text) => text !== '').join('\n');
}

/** With "\n" alone between lines, as the board keeps bodies. */
export function normalLineBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
