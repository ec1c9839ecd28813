import { bounds, CARD_GAP, type Point, type Rect } from './geometry';

/** Something to put in order: ideas, and whatever else has a place and a size. */
export interface Piece {
  readonly id: string;
  readonly rect: Rect;
}

/** Where a piece goes. */
export interface Placed extends Point {
  readonly id: string;
}

export type Side = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Moves all pieces to one line: the outermost edge on that side, or the middle of all. */
export function align(pieces: readonly Piece[], side: Side): Placed[] {
  const around = bounds(pieces.map(({ rect }) => rect));
  if (around === null) {
    return [];
  }
  return pieces.map(({ id, rect }) => ({ id, ...onLine(rect, around, side) }));
}

function onLine(rect: Rect, around: Rect, side: Side): Point {
  switch (side) {
    case 'left':
      return { x: around.x, y: rect.y };
    case 'centre':
      return { x: around.x + (around.width - rect.width) / 2, y: rect.y };
    case 'right':
      return { x: around.x + around.width - rect.width, y: rect.y };
    case 'top':
      return { x: rect.x, y: around.y };
    case 'middle':
      return { x: rect.x, y: around.y + (around.height - rect.height) / 2 };
    case 'bottom':
      return { x: rect.x, y: around.y + around.height - rect.height };
  }
}

/** Makes the gaps between pieces equal along an axis; the two outermost stay where they are. */
export function distribute(pieces: readonly Piece[], axis: 'x' | 'y'): Placed[] {
  const size = axis === 'x' ? 'width' : 'height';
  const sorted = [...pieces].sort((a, b) => a.rect[axis] - b.rect[axis] || (a.id < b.id ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || sorted.length < 3) {
    return sorted.map(({ id, rect }) => ({ id, x: rect.x, y: rect.y }));
  }
  const filled = sorted.reduce((sum, { rect }) => sum + rect[size], 0);
  const gap = (last.rect[axis] + last.rect[size] - first.rect[axis] - filled) / (sorted.length - 1);
  let at = first.rect[axis];
  return sorted.map(({ id, rect }) => {
    const placed = { id, x: rect.x, y: rect.y, [axis]: at };
    at += rect[size] + gap;
    return placed;
  });
}

/** Lays pieces out in rows that are about as wide as they are high together, in the order in which one reads them; pieces of one size stand in columns. */
export function tidy(pieces: readonly Piece[]): Placed[] {
  const around = bounds(pieces.map(({ rect }) => rect));
  if (around === null) {
    return [];
  }
  const width = Math.max(...pieces.map(({ rect }) => rect.width)) + CARD_GAP;
  const height = Math.max(...pieces.map(({ rect }) => rect.height)) + CARD_GAP;
  const isOneSize = pieces.every(({ rect }) => rect.width + CARD_GAP === width && rect.height + CARD_GAP === height);
  return isOneSize
    ? inColumns(reading(pieces, height), around, width, height)
    : inRows(reading(pieces, Math.min(...pieces.map(({ rect }) => rect.height))), around);
}

function inColumns(pieces: readonly Piece[], from: Point, width: number, height: number): Placed[] {
  const columns = Math.max(1, Math.round(Math.sqrt((pieces.length * height * 1.4) / width)));
  return pieces.map(({ id }, at) => ({
    id,
    x: from.x + (at % columns) * width,
    y: from.y + Math.floor(at / columns) * height,
  }));
}

/** One after the other, as words in lines: a row is as high as its highest piece. */
function inRows(pieces: readonly Piece[], from: Point): Placed[] {
  const area = pieces.reduce((sum, { rect }) => sum + (rect.width + CARD_GAP) * (rect.height + CARD_GAP), 0);
  const most = Math.max(Math.sqrt(area * 1.4), ...pieces.map(({ rect }) => rect.width + CARD_GAP));
  let [x, y, high] = [0, 0, 0];
  return pieces.map(({ id, rect }) => {
    if (x > 0 && x + rect.width > most) {
      [x, y, high] = [0, y + high + CARD_GAP, 0];
    }
    const placed = { id, x: from.x + x, y: from.y + y };
    [x, high] = [x + rect.width + CARD_GAP, Math.max(high, rect.height)];
    return placed;
  });
}

/** From the top left to the bottom right: what is less than half a row apart is one row. */
function reading(pieces: readonly Piece[], row: number): readonly Piece[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort(
    (a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x || (a.id < b.id ? -1 : 1),
  )) {
    const last = rows.at(-1);
    if (last?.[0] && piece.rect.y - last[0].rect.y < row / 2) {
      last.push(piece);
    } else {
      rows.push([piece]);
    }
  }
  return rows.flatMap((one) =>
    one.sort((a, b) => a.rect.x - b.rect.x || a.rect.y - b.rect.y || (a.id < b.id ? -1 : 1)),
  );
}
