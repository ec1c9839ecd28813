import type { Rect } from './geometry';

/** Where what is being dragged falls into place beside what lies around it. Board units throughout. */

type Axis = 'x' | 'y';

/** A line that edges or middles share: at x = `at` from y = `from` to `to`, or the other way round. */
export interface Guide {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** One of several equal gaps along an axis, drawn at `across` on the other one. */
export interface Gap {
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
  readonly across: number;
}

/** How far to move so that it falls into place, and what shows why. */
export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
  readonly gaps: readonly Gap[];
}

/** Numbers that differ by less are the same place: coordinates are kept to a hundredth. */
const SAME = 0.02;

/** The place nearest to `moving`, at most `reach` away on each axis, where edges, middles or gaps agree with the others'. */
export function snap(moving: Rect, others: readonly Rect[], reach: number): Snap {
  const dx = nearest('x', moving, others, reach);
  const dy = nearest('y', moving, others, reach);
  const placed = { ...moving, x: moving.x + dx, y: moving.y + dy };
  return {
    dx,
    dy,
    guides: [...guidesAt('x', placed, others), ...guidesAt('y', placed, others)],
    gaps: [...gapsAt('x', placed, others), ...gapsAt('y', placed, others)],
  };
}

function start(axis: Axis, rect: Rect): number {
  return rect[axis];
}

function length(axis: Axis, rect: Rect): number {
  return axis === 'x' ? rect.width : rect.height;
}

function end(axis: Axis, rect: Rect): number {
  return start(axis, rect) + length(axis, rect);
}

function crossing(axis: Axis): Axis {
  return axis === 'x' ? 'y' : 'x';
}

function nearest(axis: Axis, moving: Rect, others: readonly Rect[], reach: number): number {
  let best = 0;
  let distance = reach + SAME;
  const offer = (delta: number): void => {
    if (Math.abs(delta) < distance - SAME) {
      best = delta;
      distance = Math.abs(delta);
    }
  };
  for (const other of others) {
    for (const delta of alignments(axis, moving, other)) {
      offer(delta);
    }
  }
  for (const wanted of evenStarts(axis, moving, others)) {
    offer(wanted - start(axis, moving));
  }
  return best;
}

/** How far apart the edges of two rectangles are, each to each, and their middles. */
function alignments(axis: Axis, moving: Rect, other: Rect): readonly number[] {
  const [a, b] = [start(axis, moving), end(axis, moving)];
  const [c, d] = [start(axis, other), end(axis, other)];
  return [c - a, d - b, d - a, c - b, (c + d - a - b) / 2];
}

/** For each line that is shared, from what was placed to the nearest that shares it. */
function guidesAt(axis: Axis, placed: Rect, others: readonly Rect[]): Guide[] {
  const across = crossing(axis);
  const nearestOn = new Map<number, Rect>();
  for (const other of others) {
    for (const at of sharedLines(axis, placed, other)) {
      const line = Math.round(at * 10) / 10;
      const before = nearestOn.get(line);
      if (!before || apart(across, placed, other) < apart(across, placed, before)) {
        nearestOn.set(line, other);
      }
    }
  }
  return [...nearestOn].map(([at, other]) => ({
    axis,
    at,
    from: Math.min(start(across, placed), start(across, other)),
    to: Math.max(end(across, placed), end(across, other)),
  }));
}

function apart(axis: Axis, one: Rect, other: Rect): number {
  return Math.max(start(axis, one) - end(axis, other), start(axis, other) - end(axis, one));
}

/** Edges that both have; their middle only where they share no edge. */
function sharedLines(axis: Axis, placed: Rect, other: Rect): readonly number[] {
  const linesOf = (rect: Rect): readonly number[] => [start(axis, rect), end(axis, rect)];
  const middle = (rect: Rect): number => start(axis, rect) + length(axis, rect) / 2;
  const edges = linesOf(placed).filter((at) => linesOf(other).some((line) => Math.abs(at - line) <= SAME));
  return edges.length === 0 && Math.abs(middle(placed) - middle(other)) <= SAME ? [middle(placed)] : edges;
}

/** Those in the same row (or column) as `moving`, in order, that do not overlap it. */
function neighbours(axis: Axis, moving: Rect, others: readonly Rect[]): { before: Rect[]; after: Rect[] } {
  const across = crossing(axis);
  const beside = others.filter(
    (other) => start(across, other) < end(across, moving) && start(across, moving) < end(across, other),
  );
  const middle = start(axis, moving) + length(axis, moving) / 2;
  return {
    before: beside.filter((other) => end(axis, other) <= middle).sort((a, b) => end(axis, b) - end(axis, a)),
    after: beside.filter((other) => start(axis, other) >= middle).sort((a, b) => start(axis, a) - start(axis, b)),
  };
}

/** Where `moving` would begin if it had the gap before or after it that others beside it have, or were in the middle of two. */
function evenStarts(axis: Axis, moving: Rect, others: readonly Rect[]): readonly number[] {
  const { before, after } = neighbours(axis, moving, others);
  const [left, further] = before;
  const [right, beyond] = after;
  const size = length(axis, moving);
  const starts: number[] = [];
  if (left && further && start(axis, left) > end(axis, further)) {
    starts.push(end(axis, left) + start(axis, left) - end(axis, further));
  }
  if (right && beyond && start(axis, beyond) > end(axis, right)) {
    starts.push(start(axis, right) - (start(axis, beyond) - end(axis, right)) - size);
  }
  if (left && right && start(axis, right) - end(axis, left) > size) {
    starts.push((end(axis, left) + start(axis, right) - size) / 2);
  }
  return starts;
}

function gapsAt(axis: Axis, placed: Rect, others: readonly Rect[]): Gap[] {
  const { before, after } = neighbours(axis, placed, others);
  const [left, further] = before;
  const [right, beyond] = after;
  const row = [further, left, placed, right, beyond];
  const between = row.map((rect, at) => gapBetween(axis, placed, rect, row[at + 1]));
  const found = new Set<Gap>();
  between.forEach((gap, at) => {
    const next = between[at + 1];
    if (gap && next && Math.abs(gap.to - gap.from - (next.to - next.from)) <= SAME) {
      found.add(gap).add(next);
    }
  });
  return [...found];
}

function gapBetween(axis: Axis, placed: Rect, one: Rect | undefined, other: Rect | undefined): Gap | null {
  if (!one || !other || start(axis, other) - end(axis, one) <= SAME) {
    return null;
  }
  const across = crossing(axis);
  return {
    axis,
    from: end(axis, one),
    to: start(axis, other),
    across: start(across, placed) + length(across, placed) / 2,
  };
}
