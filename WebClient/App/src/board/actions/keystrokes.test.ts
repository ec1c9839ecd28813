import { describe, expect, test } from 'vitest';
import { isKeystroke, isSingle, type Keys } from './keystrokes';
import { actions } from './list';

function keys(key: string, over: Partial<Keys> = {}): Keys {
  return { key, code: '', ctrl: false, shift: false, alt: false, ...over };
}

describe('keystrokes', () => {
  test('tell Shift apart for letters and arrows, but not for signs', () => {
    expect(isKeystroke('D', keys('d'))).toBe(true);
    expect(isKeystroke('D', keys('D', { shift: true }))).toBe(false);
    expect(isKeystroke('Shift+D', keys('D', { shift: true }))).toBe(true);
    expect(isKeystroke('Arrows', keys('ArrowLeft'))).toBe(true);
    expect(isKeystroke('Arrows', keys('ArrowLeft', { shift: true }))).toBe(false);
    expect(isKeystroke('?', keys('?', { shift: true }))).toBe(true);
    expect(isKeystroke('Plus', keys('='))).toBe(true);
    expect(isKeystroke('Shift+1', keys('!', { shift: true, code: 'Digit1' }))).toBe(true);
    expect(isKeystroke('Shift+F10', keys('F10'))).toBe(false);
  });

  test('leave to the browser what belongs to it', () => {
    expect(isKeystroke('Arrows', keys('ArrowLeft', { alt: true }))).toBe(false);
    expect(isKeystroke('N', keys('n', { ctrl: true }))).toBe(false);
    expect(isKeystroke('Mod+G', keys('g', { ctrl: true }))).toBe(true);
    expect(isKeystroke('Mod+G', keys('G', { ctrl: true, shift: true }))).toBe(false);
  });

  test('are single when a sign alone does something', () => {
    expect(['N', '?', 'Plus', 'Shift+D', '['].every(isSingle)).toBe(true);
    expect(['Mod+D', 'Enter', 'Arrows', 'Shift+F10', 'Delete'].some(isSingle)).toBe(false);
  });
});

describe('actions', () => {
  test('have names of their own', () => {
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
  });

  test('share a keystroke only where what is selected tells which is meant', () => {
    const always = actions.filter((action) => action.when === undefined).flatMap((action) => action.keys ?? []);
    expect(new Set(always).size).toBe(always.length);
  });
});
