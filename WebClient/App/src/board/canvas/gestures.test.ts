import { describe, expect, test } from 'vitest';
import { type GestureEffect, type GestureInput, type GestureState, gesture, IDLE, type Press } from './gestures';

function press(over: Partial<Press> = {}): Press {
  return {
    type: 'press',
    pointer: 1,
    touch: false,
    at: { x: 100, y: 100 },
    time: 1_000,
    target: { kind: 'nothing' },
    tool: 'select',
    pans: false,
    shift: false,
    alt: false,
    ...over,
  };
}

const move = (x: number, y: number, pointer = 1): GestureInput => ({ type: 'move', pointer, at: { x, y } });
const release = (x: number, y: number, time = 1_080, pointer = 1): GestureInput => ({
  type: 'release',
  pointer,
  at: { x, y },
  time,
});

const TWICE: GestureInput = { type: 'twice' };

function play(...inputs: readonly GestureInput[]): { state: GestureState; effects: GestureEffect[] } {
  let state: GestureState = IDLE;
  const effects: GestureEffect[] = [];
  for (const input of inputs) {
    const next = gesture(state, input);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}

const card = { kind: 'idea', id: 'a', selected: false } as const;
const chosen = { kind: 'idea', id: 'a', selected: true } as const;

describe('a mouse', () => {
  test('pressed and let go on a card taps it', () => {
    const { effects, state } = play(press({ target: card }), move(102, 101), release(102, 101));
    expect(effects).toEqual([{ do: 'tap', target: card, at: { x: 100, y: 100 }, tool: 'select', shift: false }]);
    expect(state.is).toBe('idle');
  });

  test('twice quickly on nothing makes an idea there', () => {
    const { effects } = play(press(), release(100, 100), press({ time: 1_200 }), TWICE, release(100, 100, 1_260));
    expect(effects.map((effect) => effect.do)).toEqual(['tap', 'doubleTap']);
  });

  test('twice as slowly as the system still calls a double click makes one too', () => {
    const { effects } = play(press(), release(100, 100), press({ time: 1_900 }), TWICE, release(100, 100, 1_960));
    expect(effects.map((effect) => effect.do)).toEqual(['tap', 'doubleTap']);
  });

  test('twice where the system calls it no double click is two taps', () => {
    const { effects } = play(press(), release(100, 100), press({ time: 1_200 }), release(100, 100, 1_260));
    expect(effects.map((effect) => effect.do)).toEqual(['tap', 'tap']);
  });

  test('on one card and then quickly on another is two taps', () => {
    const other = { kind: 'idea', id: 'b', selected: false } as const;
    const { effects } = play(
      press({ target: card }),
      release(100, 100),
      press({ target: other, time: 1_150 }),
      TWICE,
      release(100, 100, 1_200),
    );
    expect(effects.map((effect) => effect.do)).toEqual(['tap', 'tap']);
  });

  test('dragged on nothing frames a selection', () => {
    const { effects } = play(press(), move(140, 160), release(180, 190));
    expect(effects).toEqual([
      { do: 'frame', from: { x: 100, y: 100 }, to: { x: 140, y: 160 }, tool: 'select', shift: false, done: false },
      { do: 'frame', from: { x: 100, y: 100 }, to: { x: 180, y: 190 }, tool: 'select', shift: false, done: true },
    ]);
  });

  test('dragged on a card lifts, drags and drops it', () => {
    const { effects } = play(press({ target: card, alt: true }), move(110, 100), move(130, 120), release(140, 120));
    expect(effects).toEqual([
      { do: 'lift', target: card, shift: false, copy: true },
      { do: 'drag', dx: 10, dy: 0, at: { x: 110, y: 100 } },
      { do: 'drag', dx: 30, dy: 20, at: { x: 130, y: 120 } },
      { do: 'drop', dx: 40, dy: 20, at: { x: 140, y: 120 } },
    ]);
  });

  test('with Space held or its middle button pans, whatever lies under it', () => {
    const { effects } = play(press({ target: card, pans: true }), move(90, 105), release(90, 105));
    expect(effects).toEqual([{ do: 'pan', dx: -10, dy: 5 }]);
  });

  test('on the edge of a group resizes it', () => {
    const edges = { left: false, top: false, right: true, bottom: true };
    const { effects } = play(press({ target: { kind: 'edge', id: 'g', edges } }), move(120, 130), release(130, 140));
    expect(effects).toEqual([
      { do: 'resize', id: 'g', edges, dx: 20, dy: 30, done: false },
      { do: 'resize', id: 'g', edges, dx: 30, dy: 40, done: true },
    ]);
  });

  test('with the connector tool draws from a card', () => {
    const { effects } = play(press({ target: card, tool: 'connector' }), move(150, 100), release(300, 100));
    expect(effects.at(-1)).toEqual({ do: 'connect', from: 'a', at: { x: 300, y: 100 }, done: true });
  });

  test('that is called off gives up what it was doing', () => {
    const { effects, state } = play(press({ target: card }), move(150, 100), { type: 'cancel' }, release(150, 100));
    expect(effects.at(-1)).toEqual({ do: 'giveUp' });
    expect(state).toEqual(IDLE);
  });
});

describe('fingers', () => {
  test('one on nothing pans', () => {
    const { effects } = play(press({ touch: true }), move(100, 130), release(100, 130));
    expect(effects).toEqual([{ do: 'pan', dx: 0, dy: 30 }]);
  });

  test('one on a card that is not selected pans, on a selected one drags', () => {
    expect(play(press({ touch: true, target: card }), move(100, 130)).state.is).toBe('panning');
    expect(play(press({ touch: true, target: chosen }), move(100, 130)).state.is).toBe('dragging');
  });

  test('two zoom about the middle between them and pan with it', () => {
    const second = press({ touch: true, pointer: 2, at: { x: 200, y: 100 } });
    const { effects } = play(press({ touch: true }), second, move(300, 100, 2));
    expect(effects).toEqual([
      { do: 'pan', dx: 50, dy: 0 },
      { do: 'zoom', at: { x: 200, y: 100 }, by: 2 },
    ]);
  });

  test('a second one on a card being dragged puts the card back', () => {
    const second = press({ touch: true, pointer: 2, at: { x: 200, y: 100 } });
    const { effects, state } = play(press({ touch: true, target: chosen }), move(100, 130), second);
    expect(effects.at(-1)).toEqual({ do: 'giveUp' });
    expect(state.is).toBe('pinching');
  });

  test('the one that stays after a pinch pans on', () => {
    const second = press({ touch: true, pointer: 2, at: { x: 200, y: 100 } });
    const { effects } = play(press({ touch: true }), second, release(100, 100, 2_000, 1), move(210, 110, 2));
    expect(effects).toEqual([{ do: 'pan', dx: 10, dy: 10 }]);
  });
});

describe('an end of a connector', () => {
  const end = { kind: 'end', id: 'line', end: 'to' } as const;

  test.each([false, true])('is moved by whatever points (finger: %s), whichever tool is taken up', (touch) => {
    for (const tool of ['select', 'connector', 'group'] as const) {
      const { effects } = play(press({ target: end, touch, tool }), move(160, 140), release(200, 150));
      expect(effects).toEqual([
        { do: 'attach', id: 'line', end: 'to', at: { x: 160, y: 140 }, done: false },
        { do: 'attach', id: 'line', end: 'to', at: { x: 200, y: 150 }, done: true },
      ]);
    }
  });

  test('stays where it is when one gives up', () => {
    const { effects, state } = play(press({ target: end }), move(160, 140), { type: 'cancel' });
    expect(effects.at(-1)).toEqual({ do: 'giveUp' });
    expect(state.is).toBe('idle');
  });
});
