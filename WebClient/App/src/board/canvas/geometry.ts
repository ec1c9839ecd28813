/** Plain geometry of the board, in board units (CSS pixels at 100 % zoom): x to the right, y down. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** Every card has the same size, so that thousands of them need no measuring. */
export const CARD_WIDTH = 208;
export const CARD_HEIGHT = 144;

/** Free space between cards that are laid out beside one another. */
export const CARD_GAP = 24;

/** The smallest side that a person can give a group by hand: one card still fits. */
export const GROUP_MIN_SIDE = 160;

/** The rectangle of an idea whose top left corner is given. */
export function cardRect(at: Point): Rect {
  return { x: at.x, y: at.y, width: CARD_WIDTH, height: CARD_HEIGHT };
}

/** The middle of a rectangle. */
export function centre(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

/** The rectangle between two opposite corners, whichever they are. */
export function rectBetween(a: Point, b: Point): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** Whether two rectangles share any point. */
export function intersects(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** Whether a point lies in a rectangle, edges included. */
export function contains(rect: Rect, point: Point): boolean {
  return point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y && point.y <= rect.y + rect.height;
}

/** The same rectangle with `by` units more on each side. */
export function grow(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

/** The smallest rectangle around all, or null when there is none to go around. */
export function bounds(rects: Iterable<Rect>): Rect | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** One unit towards a direction. */
export function step(direction: Direction): Point {
  switch (direction) {
    case 'left':
      return { x: -1, y: 0 };
    case 'right':
      return { x: 1, y: 0 };
    case 'up':
      return { x: 0, y: -1 };
    case 'down':
      return { x: 0, y: 1 };
  }
}

/**
 * The candidate that a person means by "the next one to the left" (or right, up, down): the nearest whose centre lies
 * that way, where distance across the direction counts double. Null when nothing lies that way.
 */
export function nearestTowards<T extends { readonly rect: Rect }>(
  from: Rect,
  direction: Direction,
  candidates: Iterable<T>,
): T | null {
  const start = centre(from);
  const way = step(direction);
  let best: T | null = null;
  let bestCost = Infinity;
  for (const candidate of candidates) {
    const to = centre(candidate.rect);
    const along = (to.x - start.x) * way.x + (to.y - start.y) * way.y;
    const across = Math.abs((to.x - start.x) * way.y) + Math.abs((to.y - start.y) * way.x);
    const cost = along + 2 * across;
    if (along > 1 && cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/**
 * The first free place for a card: right of `beside`, then further to the right, then in the rows below.
 * `taken` tells whether a rectangle touches something.
 */
export function freePlace(beside: Point, taken: (rect: Rect) => boolean): Point {
  const columns = 6;
  for (let row = 0; row < 40; row++) {
    for (let column = row === 0 ? 1 : 0; column < columns; column++) {
      const at = {
        x: beside.x + column * (CARD_WIDTH + CARD_GAP),
        y: beside.y + row * (CARD_HEIGHT + CARD_GAP),
      };
      if (!taken(grow(cardRect(at), -2))) {
        return at;
      }
    }
  }
  return { x: beside.x + CARD_GAP, y: beside.y + CARD_GAP };
}

/** So many rings of cards are looked through around a middle: as many as the fullest board needs. */
const MOST_RINGS = 160;

/**
 * The free place for a card that is nearest to `middle`, in rows and columns around it, with a gap on every side.
 * `taken` tells whether a rectangle touches something.
 */
export function freeNear(middle: Point, taken: (rect: Rect) => boolean): Point {
  const [wide, high] = [CARD_WIDTH + CARD_GAP, CARD_HEIGHT + CARD_GAP];
  const first = { x: Math.round(middle.x - CARD_WIDTH / 2), y: Math.round(middle.y - CARD_HEIGHT / 2) };
  for (let ring = 0; ring < MOST_RINGS; ring++) {
    const free = ringAround(ring)
      .map(([column, row]) => ({ x: first.x + column * wide, y: first.y + row * high }))
      .sort((a, b) => Math.hypot(a.x - first.x, a.y - first.y) - Math.hypot(b.x - first.x, b.y - first.y))
      .find((at) => !taken(grow(cardRect(at), CARD_GAP / 2 - 1)));
    if (free !== undefined) {
      return free;
    }
  }
  return first;
}

/** The cells that are so many steps away from one, as columns and rows from it. */
function ringAround(steps: number): readonly (readonly [number, number])[] {
  if (steps === 0) {
    return [[0, 0]];
  }
  const side = Array.from({ length: 2 * steps }, (_, at) => at - steps);
  return side.flatMap(
    (at) =>
      [
        [at, -steps],
        [steps, at],
        [-at, steps],
        [-steps, -at],
      ] as const,
  );
}

/** Sides of a group that a handle moves. */
export interface Edges {
  readonly left: boolean;
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
}

/** The rectangle after its named edges were pulled by (dx, dy); it never gets smaller than `min` on a side. */
export function resize(rect: Rect, edges: Edges, dx: number, dy: number, min: number): Rect {
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  const x = edges.left ? Math.min(rect.x + dx, right - min) : rect.x;
  const y = edges.top ? Math.min(rect.y + dy, bottom - min) : rect.y;
  return {
    x,
    y,
    width: edges.right ? Math.max(min, rect.width + dx) : right - x,
    height: edges.bottom ? Math.max(min, rect.height + dy) : bottom - y,
  };
}

/** A group's rectangle around some ideas: room for its title above and for one's eyes on every side. */
export function groupAround(cards: Iterable<Rect>): Rect | null {
  const around = bounds(cards);
  return around === null
    ? null
    : { x: around.x - 28, y: around.y - 44, width: around.width + 56, height: around.height + 72 };
}
