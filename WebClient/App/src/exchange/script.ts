import type { Rect } from '../board/canvas/geometry';
import { numbers, xml } from './markup';
import type { Line, Pens } from './picture';
import { wrap } from './wrap';

/** Writes the words of one thing. */
export interface Write {
  /** Draws a line of words, as SVG; nothing for none. */
  shown(text: string, x: number, y: number, size: number, weight: number, colour: string): string;
  /** Notes words that belong to the thing but have no room on it: they lie, too small to be drawn, within a box. */
  hidden(texts: readonly string[], box: Rect): void;
}

/** The size of words that are noted and not drawn, in board units: at most this, and less where they are many. */
const hiddenSize = 6;

/** Keeps the words of a picture while it is drawn. */
export class Script {
  private readonly lines = new Map<string, { shown: Line[]; hidden: Line[] }>();

  /**
   * @param pens What is drawn with.
   * @param frame The part of the board that the picture shows.
   */
  constructor(
    private readonly pens: Pens,
    private readonly frame: Rect,
  ) {}

  /** What writes the words of a thing. */
  of(id: string): Write {
    const lines: { shown: Line[]; hidden: Line[] } = { shown: [], hidden: [] };
    this.lines.set(id, lines);
    return {
      shown: (text, x, y, size, weight, colour) => {
        if (text === '') {
          return '';
        }
        lines.shown.push(this.line(text, x, y, size, weight));
        return `<text x="${numbers(x)}" y="${numbers(y)}" font-size="${size}" font-weight="${weight}" fill="${colour}">${xml(text)}</text>`;
      },
      hidden: (texts, box) => {
        lines.hidden.push(...this.fill(texts.filter((text) => text.trim() !== '').join('\n'), box));
      },
    };
  }

  /** All lines, in this order of the things that they belong to; of each the title, then what is hidden, then the rest. */
  read(order: readonly string[]): Line[] {
    return order.flatMap((id) => {
      const { shown = [], hidden = [] } = this.lines.get(id) ?? {};
      const [first] = hidden;
      const above = shown.filter(({ y }) => first === undefined || y < first.y);
      return [...above, ...hidden, ...shown.filter((line) => !above.includes(line))];
    });
  }

  private line(text: string, x: number, y: number, size: number, weight: number): Line {
    return { text, x: x - this.frame.x, y: y - this.frame.y, size, width: this.pens.measure(size, weight)(text) };
  }

  /** Words in lines of a size that fits the box: a letter is half as wide as its size, a line 1.2 times as high. */
  private fill(text: string, box: Rect): Line[] {
    if (text === '') {
      return [];
    }
    const size = Math.min(hiddenSize, Math.sqrt((box.width * box.height) / (0.6 * text.length)));
    const wide = this.pens.measure(100, 400);
    return wrap(text, (box.width / size) * 100, Number.POSITIVE_INFINITY, wide)
      .filter((line) => line !== '')
      .map((line, at) => this.line(line, box.x, box.y + size * (1 + 1.2 * at), size, 400));
  }
}
