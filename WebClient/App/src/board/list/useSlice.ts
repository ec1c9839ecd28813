import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Filter } from '../find/filter';
import { useModel } from '../model/model';
import type { ListOrder, ListPart } from './listParts';
import { cut, earlier, firstSlice, following, later, reaching, type Slice, successor } from './slice';

/** What is drawn of a long list, and how it becomes more. */
export interface Sliced {
  readonly parts: ReturnType<typeof cut>;
  /** How many rows there are before and after those that are drawn. */
  readonly before: number;
  readonly after: number;
  /** Draws more rows; the keyboard goes on at the one that is next to what was there. */
  readonly showEarlier: () => void;
  readonly showLater: () => void;
  /** Draws more rows behind those that there are, and leaves the keyboard where it is. */
  readonly grow: () => void;
}

/** What has to be done with a row as soon as it is drawn. */
interface Aim {
  readonly id: string;
  readonly does: 'show' | 'focus';
}

/** Which rows of a list are drawn. It begins anew with another order or filter, and follows the canvas and the search to the ideas that they go to. */
export function useSlice(
  scroller: RefObject<HTMLElement | null>,
  parts: readonly ListPart[],
  order: ListOrder,
  filter: Filter,
): Sliced {
  const { ui } = useModel();
  const ids = parts.flatMap(({ ideas }) => ideas);
  const [selected] = useState(() => ids.find((id) => ui.selection.get().has(id)) ?? '');
  const [aim, setAim] = useState<Aim | null>(selected === '' ? null : { id: selected, does: 'show' });
  const [held, hold] = useState(() => ({
    slice: reaching(firstSlice, ids.indexOf(selected)),
    total: ids.length,
    order,
    filter,
  }));
  const fits = held.order === order && held.filter === filter;
  const slice = fits ? following(held.slice, held.total, ids.length) : firstSlice;
  if (!fits || held.total !== ids.length) {
    hold({ slice, total: ids.length, order, filter });
  }
  const change = (next: (slice: Slice) => Slice): void => hold((now) => ({ ...now, slice: next(now.slice) }));
  const reach = (id: string, does: Aim['does']): void => {
    const at = ids.indexOf(id);
    if (at >= 0) {
      setAim({ id, does });
      change((now) => reaching(now, at));
    }
  };
  useReached(aim, () => setAim(null));
  useVisits(reach);
  useRowInPlace(scroller, ids, (id) => reach(id, 'focus'));
  const keepPlace = usePlaceKept(scroller);
  return {
    parts: cut(parts, slice),
    before: slice.from,
    after: Math.max(0, ids.length - slice.to),
    showEarlier: () => {
      keepPlace(ids[slice.from]);
      setAim({ id: ids[slice.from - 1] ?? '', does: 'focus' });
      change(earlier);
    },
    showLater: () => {
      setAim({ id: ids[slice.to] ?? '', does: 'focus' });
      change(later);
    },
    grow: () => startTransition(() => change(later)),
  };
}

/** The element of a row. */
function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
}

function focusRow(id: string): void {
  rowOf(id)?.querySelector<HTMLElement>('.row-main')?.focus();
}

/** Shows the row that was aimed at once it is there, or puts the keyboard on it. */
function useReached(aim: Aim | null, done: () => void): void {
  useLayoutEffect(() => {
    if (aim !== null) {
      if (aim.does === 'focus') {
        focusRow(aim.id);
      } else {
        rowOf(aim.id)?.scrollIntoView({ block: 'center' });
      }
      done();
    }
  });
}

/** Tells of the ideas that the search or the list of commands goes to. */
function useVisits(reach: (id: string, does: Aim['does']) => void): void {
  const { ui } = useModel();
  const current = useRef(reach);
  current.current = reach;
  useEffect(() => ui.focused.subscribe(() => current.current(ui.focused.get(), 'show')), [ui]);
}

/** Where the row goes away that the keyboard was on, or whose sheet was open, the keyboard goes on at the row in its place. */
function useRowInPlace(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly string[],
  reach: (id: string) => void,
): void {
  const on = useRef('');
  const before = useRef(ids);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      on.current = (target as Element).closest<HTMLElement>('[data-row]')?.dataset['row'] ?? '';
    };
    const list = scroller.current;
    list?.addEventListener('focusin', remember);
    return () => list?.removeEventListener('focusin', remember);
  }, [scroller]);
  useEffect(() => {
    const there = before.current;
    before.current = ids;
    if (on.current !== '' && there.includes(on.current) && !ids.includes(on.current)) {
      const next = successor(there, on.current, new Set(ids));
      on.current = '';
      afterWindows(() => document.activeElement === document.body && reach(next));
    }
  });
}

/** A window that closes gives the focus back a frame later: only then is it known to be lost. */
function afterWindows(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work));
}

/** Keeps a row where it is on the screen while others are drawn above it. Answers what is told the row before. */
function usePlaceKept(scroller: RefObject<HTMLElement | null>): (id: string | undefined) => void {
  const kept = useRef<{ readonly row: HTMLElement; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    if (kept.current !== null && scroller.current !== null) {
      const { row, top } = kept.current;
      kept.current = null;
      scroller.current.scrollTop += row.getBoundingClientRect().top - top;
    }
  });
  return (id) => {
    const row = rowOf(id ?? '');
    kept.current = row && { row, top: row.getBoundingClientRect().top };
  };
}
