/** Width of a text in board units, in the font that the caller draws with. */
export type Measure = (text: string) => number;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Breaks a text into lines that are at most `width` wide: between words, and within a word that is wider than a line. What does not fit `most` lines ends in "…". */
export function wrap(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/[^\S\u00a0]+/)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (measure(longer) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') {
        lines.push(line);
      }
      const pieces = breakWord(word, width, measure);
      line = pieces.pop() ?? '';
      lines.push(...pieces);
    }
    lines.push(line);
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), ended(lines[most - 1] ?? '', width, measure)];
}

/** A text on one line, ended by "…" where it is wider than `width`. */
export function fit(text: string, width: number, measure: Measure): string {
  return measure(text) <= width ? text : ended(text, width, measure);
}

function breakWord(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && measure(piece + segment) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

function ended(line: string, width: number, measure: Measure): string {
  const parts = [...graphemes.segment(line)].map(({ segment }) => segment);
  while (parts.length > 0 && measure(`${parts.join('')}…`) > width) {
    parts.pop();
  }
  return `${parts.join('').trimEnd()}…`;
}
