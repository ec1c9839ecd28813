/** A key press, as the browser tells it. `ctrl` is Ctrl, or Cmd on a Mac. */
export interface Keys {
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/**
 * Keystrokes are written as parts joined by `+`: `Mod` (Ctrl, or Cmd on a Mac) and `Shift`, then a letter, a digit, a sign
 * (`Plus` and `Minus` by name), a named key as browsers call it (`Enter`, `Delete`, `F2`), or `Arrows` for any arrow.
 */
export type Keystroke = string;

const signs: Readonly<Record<string, readonly string[]>> = { Plus: ['+', '='], Minus: ['-', '−'] };

/** Whether a press is this keystroke. Signs may need Shift on some keyboards, letters and named keys tell Shift apart. */
export function isKeystroke(stroke: Keystroke, keys: Keys): boolean {
  const parts = stroke.split('+');
  const name = parts.at(-1) ?? '';
  if (keys.alt || keys.ctrl !== parts.includes('Mod')) {
    return false;
  }
  const shift = parts.includes('Shift');
  if (name === 'Arrows') {
    return keys.shift === shift && keys.key.startsWith('Arrow');
  }
  if (/^\d$/.test(name)) {
    return keys.shift === shift && (shift ? keys.code === `Digit${name}` : keys.key === name);
  }
  if (/^[A-Z]$/.test(name)) {
    return keys.shift === shift && keys.key.toUpperCase() === name;
  }
  const wanted = signs[name] ?? [name];
  return wanted.includes(keys.key) && (name.length === 1 || name in signs || keys.shift === shift);
}

/** Whether a keystroke is a single sign without Ctrl: WCAG 2.1.4 asks for a way to turn those off. */
export function isSingle(stroke: Keystroke): boolean {
  const name = stroke.split('+').at(-1) ?? '';
  return !stroke.includes('Mod+') && (name.length === 1 || name in signs);
}

const shown: Readonly<Record<string, string>> = {
  Plus: '+',
  Minus: '−',
  Enter: '↵',
  Delete: 'Del',
  Escape: 'Esc',
  ContextMenu: 'Menu',
  Arrows: '← ↑ ↓ →',
};

const isMac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** A keystroke as it stands on this computer's keyboard, its keys with a space between. */
export function shownKeys(stroke: Keystroke): string {
  return stroke
    .split('+')
    .map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (shown[part] ?? part)))
    .join(' ');
}
