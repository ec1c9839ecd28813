/** Breaks a title into lines as the browser would, without asking it to lay anything out. */

/** How wide a sign is, in units of the font's size. */
export type WidthOf = (sign: string) => number;

const kept = new Map<string, readonly string[]>();
const MOST_KEPT = 20_000;

/** Lines of a text that are at most `width` font sizes wide, at most `most` of them; the last ends in … when more would follow. */
export function breakLines(text: string, width: number, most: number, widthOf: WidthOf): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  const space = widthOf(' ');
  for (const word of words(text, width, widthOf)) {
    const needed = lengthOf(word, widthOf);
    if (line !== '' && length + space + needed > width) {
      lines.push(line);
      line = '';
      length = 0;
    }
    length += needed + (line === '' ? 0 : space);
    line = line === '' ? word : `${line} ${word}`;
    if (lines.length === most) {
      break;
    }
  }
  if (lines.length < most && line !== '') {
    lines.push(line);
  } else if (lines.length === most && line !== '') {
    lines[most - 1] = shortened(lines[most - 1] ?? '', width, widthOf);
  }
  return lines;
}

/** The same, remembered: a title is asked for again whenever its tile is painted. */
export function linesOf(text: string, width: number, most: number, widthOf: WidthOf): readonly string[] {
  const key = `${width} ${most} ${text}`;
  let found = kept.get(key);
  if (found === undefined) {
    if (kept.size >= MOST_KEPT) {
      kept.clear();
    }
    found = breakLines(text, width, most, widthOf);
    kept.set(key, found);
  }
  return found;
}

/** Words, with those that are wider than a line cut into pieces that are not. */
function* words(text: string, width: number, widthOf: WidthOf): Iterable<string> {
  for (const word of text.split(/\s+/)) {
    let piece = '';
    let length = 0;
    for (const sign of word) {
      const wide = widthOf(sign);
      if (length + wide > width && piece !== '') {
        yield piece;
        piece = '';
        length = 0;
      }
      piece += sign;
      length += wide;
    }
    if (piece !== '') {
      yield piece;
    }
  }
}

function shortened(line: string, width: number, widthOf: WidthOf): string {
  const signs = [...line];
  while (signs.length > 0 && lengthOf(`${signs.join('')}…`, widthOf) > width) {
    signs.pop();
  }
  return `${signs.join('').trimEnd()}…`;
}

function lengthOf(text: string, widthOf: WidthOf): number {
  let sum = 0;
  for (const sign of text) {
    sum += widthOf(sign);
  }
  return sum;
}

/** Measures each sign once, with a pen whose font is 100 pixels high. */
export function measured(pen: CanvasRenderingContext2D, font: string): WidthOf {
  const widths = new Map<string, number>();
  return (sign) => {
    let width = widths.get(sign);
    if (width === undefined) {
      const before = pen.font;
      pen.font = font;
      width = pen.measureText(sign).width / 100;
      pen.font = before;
      widths.set(sign, width);
    }
    return width;
  };
}
