import { describe, expect, test } from 'vitest';
import css from './tokens.css?raw';

const colours = ['sun', 'peach', 'rose', 'lilac', 'sky', 'mint', 'lime', 'paper'];

/** The tokens that the block after `opening` sets. */
function block(opening: string): Map<string, string> {
  const start = css.indexOf('{', css.indexOf(opening));
  const body = css.slice(start + 1, css.indexOf('}', start));
  return new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]));
}

const light = block(':root {');
const dark = new Map([...light, ...block(':root[data-theme="dark"]')]);
const bySystem = new Map([...light, ...block(':root:not([data-theme="light"])')]);

/** Contrast of two colours (WCAG 2.2, relative luminance). */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Text and the ground it stands on. */
const pairs: readonly string[] = [
  ...['bg', 'surface', 'surface-2'].flatMap((ground) => ['ink', 'ink-2', 'ink-3'].map((ink) => `${ink} ${ground}`)),
  'ink surface-3',
  'ink-2 surface-3',
  ...['ink', 'ink-2', 'accent-text', 'warn'].map((ink) => `${ink} chosen`),
  'accent-ink accent',
  'accent-ink accent-strong',
  'accent-text surface',
  'accent-text accent-soft',
  'ink accent-soft',
  'bg ink',
  ...['ok', 'warn', 'bad'].flatMap((tone) => [`${tone} ${tone}-soft`, `${tone} surface`]),
  ...colours.flatMap((colour) => [
    `card-ink card-${colour}`,
    `card-ink-2 card-${colour}`,
    `card-own card-${colour}`,
    `flag-ink flag-${colour}`,
  ]),
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, tokens) => {
  test.each(pairs)('%s is readable', (pair) => {
    const [above = '', below = ''] = pair.split(' ').map((name) => tokens.get(name) ?? '');
    expect([above, below]).toEqual([expect.stringMatching(/^#/), expect.stringMatching(/^#/)]);
    expect(contrast(above, below)).toBeGreaterThanOrEqual(4.5);
  });
});

test('The dark theme is the same whether the system or the person chose it', () => {
  expect(bySystem).toEqual(dark);
});
