import { Cell } from './cell';

/** What this browser remembers about its looks and keys. Where storage is refused, it is remembered until the page is closed. */
function remembered<T extends string>(key: string, allowed: readonly T[], initial: T): Cell<T> {
  const stored = read(key);
  const cell = new Cell<T>(allowed.find((value) => value === stored) ?? initial);
  cell.subscribe(() => write(key, cell.get()));
  return cell;
}

export type Theme = 'system' | 'light' | 'dark';

/** Light, dark, or as the system says. */
export const theme = remembered<Theme>('theme', ['system', 'light', 'dark'], 'system');

/** Whether single keys without Ctrl do something on a board (WCAG 2.1.4 asks for a way to turn them off). */
export const singleKeys = remembered<'on' | 'off'>('single-keys', ['on', 'off'], 'on');

/** Whether the map of the whole board is shown in the canvas's corner. */
export const minimapShown = remembered<'on' | 'off'>('minimap', ['on', 'off'], 'on');

/** Whether other people's cursors are drawn. */
export const cursorsShown = remembered<'on' | 'off'>('cursors', ['on', 'off'], 'on');

/** Puts the chosen theme on the page, now and whenever it changes. */
export function followTheme(): void {
  const apply = (): void => {
    const chosen = theme.get();
    if (chosen === 'system') {
      delete document.documentElement.dataset['theme'];
    } else {
      document.documentElement.dataset['theme'] = chosen;
    }
  };
  apply();
  theme.subscribe(apply);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or refused: the choice holds until the page is closed.
  }
}
