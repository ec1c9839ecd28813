import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { COARSE } from '../ui/media';

/** What a key press on a row asks for: more, less, a value, or to turn it over. */
export type RowWish = 'more' | 'less' | 'toggle' | number;

interface Rows {
  /** What a row's element is given. */
  readonly row: (id: string) => {
    readonly 'data-row': string;
    readonly 'data-keeps-focus': true;
    readonly tabIndex: number;
    readonly onFocus: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
  /** The row that keys are for. */
  readonly active: string;
  /** Puts the keyboard on a row. */
  readonly focus: (id: string) => void;
}

const wishes: Readonly<Record<string, RowWish>> = { '+': 'more', '=': 'more', '-': 'less', '−': 'less', ' ': 'toggle' };

/** The wish that a key stands for: + and − change by one, digits set, Space turns over. */
export function wishOf(key: string): RowWish | null {
  return /^\d$/.test(key) ? Number(key) : (wishes[key] ?? null);
}

/**
 * A list of options as one stop for Tab: arrows walk it, and keys mark the option they are on. Enter on a row says that one is finished.
 * The first row has the keyboard from the start, where there is one.
 */
export function useRows(
  ids: readonly string[],
  act: (id: string, wish: RowWish, shift: boolean) => void,
  finish: () => void,
): Rows {
  const [chosen, setChosen] = useState('');
  const active = ids.includes(chosen) ? chosen : (ids[0] ?? '');
  const first = useRef(active);
  useEffect(() => {
    if (!matchMedia(COARSE).matches) {
      focusRow(first.current);
    }
  }, []);
  const walk = (id: string, by: number): void => {
    const to = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(id) + by))];
    if (to !== undefined) {
      focusRow(to);
    }
  };
  const onKeyDown = (id: string, event: KeyboardEvent<HTMLElement>): void => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) {
      return;
    }
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -ids.length, End: ids.length };
    const by = steps[key];
    const wish = wishOf(key);
    const onRow = event.target === event.currentTarget;
    if (key === ' ' && event.currentTarget instanceof HTMLButtonElement) {
      return;
    }
    if (by !== undefined && shiftKey && Math.abs(by) === 1) {
      act(id, by < 0 ? 'more' : 'less', true);
    } else if (by !== undefined) {
      walk(id, by);
    } else if (wish !== null && (onRow || key !== ' ')) {
      act(id, wish, shiftKey);
    } else if (key === 'Enter' && onRow) {
      finish();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    active,
    focus: focusRow,
    row: (id) => ({
      'data-row': id,
      'data-keeps-focus': true,
      tabIndex: id === active ? 0 : -1,
      onFocus: () => setChosen(id),
      onKeyDown: (event) => onKeyDown(id, event),
    }),
  };
}

function focusRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`.ballot [data-row="${CSS.escape(id)}"]`);
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
