import { describe, expect, test } from 'vitest';
import { type Keys, keyAction } from './keys';

function keys(key: string, over: Partial<Keys> = {}): Keys {
  return { key, code: '', ctrl: false, shift: false, alt: false, ...over };
}

describe('keys on a board', () => {
  test('arrows move the selection, and go from card to card when nothing is selected', () => {
    expect(keyAction(keys('ArrowLeft'), true, true)).toEqual({ do: 'nudge', way: 'left', far: false });
    expect(keyAction(keys('ArrowLeft', { shift: true }), true, true)).toEqual({ do: 'nudge', way: 'left', far: true });
    expect(keyAction(keys('ArrowDown'), false, true)).toEqual({ do: 'walk', way: 'down', far: false });
    expect(keyAction(keys('ArrowUp', { ctrl: true }), true, true)).toEqual({ do: 'step', way: 'up', far: false });
  });

  test('single letters do nothing once they are turned off, other keys still do', () => {
    expect(keyAction(keys('n'), false, true)).toEqual({ do: 'newIdea' });
    expect(keyAction(keys('n'), false, false)).toBeNull();
    expect(keyAction(keys('Enter'), true, false)).toEqual({ do: 'edit' });
    expect(keyAction(keys('g', { ctrl: true }), true, false)).toEqual({ do: 'group' });
  });

  test('Shift tells letters apart but not signs', () => {
    expect(keyAction(keys('D', { shift: true }), true, true)).toEqual({ do: 'takeDot' });
    expect(keyAction(keys('N', { shift: true }), true, true)).toBeNull();
    expect(keyAction(keys('?', { shift: true }), true, true)).toEqual({ do: 'help' });
    expect(keyAction(keys('!', { shift: true, code: 'Digit1' }), true, true)).toEqual({ do: 'fitAll' });
  });

  test('what belongs to the browser is left to it', () => {
    expect(keyAction(keys('ArrowLeft', { alt: true }), true, true)).toBeNull();
    expect(keyAction(keys('r', { ctrl: true }), true, true)).toBeNull();
    expect(keyAction(keys('Tab'), true, true)).toBeNull();
  });
});
