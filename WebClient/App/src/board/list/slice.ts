import type { ListPart } from './listParts';

/** So many rows are drawn at first, and so many more whenever one comes near the end of those. */
export const ROWS = 100;

/** Which rows are drawn, counted over all parts: those from the first number to before the second. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** A part as far as it is drawn. */
export interface CutPart extends ListPart {
  /** How many ideas it has in all, drawn or not. */
  readonly count: number;
}

export const firstSlice: Slice = { from: 0, to: ROWS };

/** The parts that a slice touches, with their rows in it. */
export function cut(parts: readonly ListPart[], { from, to }: Slice): CutPart[] {
  let start = 0;
  return parts.flatMap((part) => {
    const ideas = part.ideas.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += part.ideas.length;
    return ideas.length === 0 ? [] : { ...part, ideas, count: part.ideas.length };
  });
}

/** A slice with more rows at its end. */
export function later({ from, to }: Slice): Slice {
  return { from, to: to + ROWS };
}

/** A slice with more rows at its beginning. */
export function earlier({ from, to }: Slice): Slice {
  return { from: Math.max(0, from - ROWS), to };
}

/** A slice that has a row in it: the same one, one with some more rows, or where the row is far away one around it. */
export function reaching(slice: Slice, at: number): Slice {
  if (at >= slice.from && at < slice.to) {
    return slice;
  }
  if (at >= slice.to && at < slice.to + ROWS) {
    return later(slice);
  }
  const from = at < ROWS ? 0 : at - ROWS / 2;
  return { from, to: from + ROWS };
}

/**
 * A slice of the same list after ideas came or went anywhere in it: however they did, what was drawn is drawn still, so that nothing is pulled from under
 * whoever reads it. Where very many come or go at once, no more are drawn than the next rows would be.
 */
export function following({ from, to }: Slice, before: number, after: number): Slice {
  const came = Math.max(-ROWS, Math.min(ROWS, after - before));
  const next = { from: Math.max(0, from + Math.min(0, came)), to: to + Math.max(0, came) };
  return next.from < after ? next : { from: Math.max(0, after - ROWS), to: Math.max(after, ROWS) };
}

/** The row that takes the place of one that is gone: the next that is still there, else the one before; empty where none is. */
export function successor(before: readonly string[], gone: string, still: ReadonlySet<string>): string {
  const at = before.indexOf(gone);
  const isThere = (id: string): boolean => still.has(id);
  return before.slice(at + 1).find(isThere) ?? before.slice(0, Math.max(0, at)).findLast(isThere) ?? '';
}
