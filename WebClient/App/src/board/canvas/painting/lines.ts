import { type Measure, wrap } from '../../../exchange/wrap';

const kept = new Map<string, readonly string[]>();
const MOST_KEPT = 20_000;

/** Lines of a title, `width` times the font's size wide; remembered, since a title is asked for whenever its tile is painted. */
export function linesOf(text: string, width: number, most: number, measure: Measure): readonly string[] {
  const key = `${width} ${most} ${text}`;
  let found = kept.get(key);
  if (found === undefined) {
    if (kept.size >= MOST_KEPT) {
      kept.clear();
    }
    found = wrap(text, width, most, measure);
    kept.set(key, found);
  }
  return found;
}

/** Widths of texts as the sums of their signs' widths, each of which is measured once; in units of the font's size. */
export function measured(pen: CanvasRenderingContext2D, font: string): Measure {
  const widths = new Map<string, number>();
  const widthOf = (sign: string): number => {
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
  return (text) => {
    let sum = 0;
    for (const sign of text) {
      sum += widthOf(sign);
    }
    return sum;
  };
}
