import type { Direction } from '../canvas/geometry';

/** What a key press means on a board, when nothing is being typed. */
export type KeyAction =
  | { readonly do: 'nudge' | 'walk' | 'step'; readonly way: Direction; readonly far: boolean }
  | {
      readonly do:
        | 'newIdea'
        | 'edit'
        | 'leave'
        | 'remove'
        | 'select'
        | 'hand'
        | 'connect'
        | 'group'
        | 'all'
        | 'duplicate'
        | 'zoomIn'
        | 'zoomOut'
        | 'zoomReset'
        | 'fitAll'
        | 'fitSelection'
        | 'help'
        | 'open'
        | 'addDot'
        | 'takeDot'
        | 'front'
        | 'back'
        | 'menu'
        | 'share';
    };

export interface Keys {
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

type Plain = Exclude<KeyAction['do'], 'nudge' | 'walk' | 'step'>;

const withCtrl: Readonly<Record<string, Plain>> = {
  g: 'group',
  a: 'all',
  d: 'duplicate',
  '0': 'zoomReset',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
};

const single: Readonly<Record<string, Plain>> = {
  n: 'newIdea',
  v: 'select',
  h: 'hand',
  c: 'connect',
  g: 'group',
  o: 'open',
  d: 'addDot',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '−': 'zoomOut',
  '0': 'zoomReset',
  '?': 'help',
  '[': 'back',
  ']': 'front',
};

const always: Readonly<Record<string, Plain>> = {
  Enter: 'edit',
  F2: 'edit',
  Escape: 'leave',
  Delete: 'remove',
  Backspace: 'remove',
  ContextMenu: 'menu',
};

/** The meaning of a key press, or null. `selected` tells whether something is; `singles` whether single letters count. */
export function keyAction(keys: Keys, selected: boolean, singles: boolean): KeyAction | null {
  const way = directions[keys.key];
  if (way !== undefined) {
    return keys.alt ? null : { do: keys.ctrl ? 'step' : selected ? 'nudge' : 'walk', way, far: keys.shift };
  }
  if (keys.alt) {
    return null;
  }
  const letter = keys.key.toLowerCase();
  if (keys.ctrl) {
    return plain(keys.shift ? undefined : withCtrl[letter]);
  }
  if (keys.shift && keys.key === 'F10') {
    return { do: 'menu' };
  }
  const found = always[keys.key];
  if (found !== undefined) {
    return plain(found);
  }
  if (!singles) {
    return null;
  }
  if (keys.shift) {
    return plain(
      keys.code === 'Digit1'
        ? 'fitAll'
        : keys.code === 'Digit2'
          ? 'fitSelection'
          : letter === 'd'
            ? 'takeDot'
            : typed(single, keys.key),
    );
  }
  return plain(single[letter]);
}

/** Signs that need Shift on some keyboards count with it; letters do not. */
function typed(table: Readonly<Record<string, Plain>>, key: string): Plain | undefined {
  return /[a-z]/i.test(key) ? undefined : table[key];
}

function plain(name: Plain | undefined): KeyAction | null {
  return name === undefined ? null : { do: name };
}
