import type { Edges, Point } from './geometry';

/** What pointers do on the canvas, as a pure reducer: inputs go in, the next state and effects come out. Points are canvas pixels. */

export type Tool = 'select' | 'hand' | 'idea' | 'text' | 'group' | 'frame' | 'connector' | 'stamp';

/** What lies under the pointer where it was pressed. */
export type Target =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'idea'; readonly id: string; readonly selected: boolean }
  | { readonly kind: 'group'; readonly id: string; readonly selected: boolean }
  /** A frame, note, image or stamp. */
  | { readonly kind: 'thing'; readonly id: string; readonly selected: boolean }
  | { readonly kind: 'edge'; readonly id: string; readonly edges: Edges }
  /** An end of a connector. */
  | { readonly kind: 'end'; readonly id: string; readonly end: End };

/** Which end of a connector. */
export type End = 'from' | 'to';

export interface Press {
  readonly type: 'press';
  readonly pointer: number;
  readonly touch: boolean;
  readonly at: Point;
  readonly time: number;
  readonly target: Target;
  readonly tool: Tool;
  /** Space is held, or the middle button is pressed. */
  readonly pans: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export type GestureInput =
  | Press
  | { readonly type: 'move'; readonly pointer: number; readonly at: Point }
  | { readonly type: 'release'; readonly pointer: number; readonly at: Point; readonly time: number }
  /** The press under way is the second of a double click, says the system, which knows how fast somebody's hand is. */
  | { readonly type: 'twice' }
  | { readonly type: 'hold' }
  | { readonly type: 'cancel' };

export type GestureEffect =
  | { readonly do: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly do: 'zoom'; readonly at: Point; readonly by: number }
  | { readonly do: 'tap'; readonly target: Target; readonly at: Point; readonly tool: Tool; readonly shift: boolean }
  | { readonly do: 'doubleTap'; readonly target: Target; readonly at: Point }
  | {
      readonly do: 'frame';
      readonly from: Point;
      readonly to: Point;
      readonly tool: Tool;
      readonly shift: boolean;
      readonly done: boolean;
    }
  | { readonly do: 'lift'; readonly target: Target; readonly shift: boolean; readonly copy: boolean }
  | { readonly do: 'drag'; readonly dx: number; readonly dy: number; readonly at: Point }
  | { readonly do: 'drop'; readonly dx: number; readonly dy: number; readonly at: Point }
  | {
      readonly do: 'resize';
      readonly id: string;
      readonly edges: Edges;
      readonly dx: number;
      readonly dy: number;
      readonly done: boolean;
    }
  | { readonly do: 'connect'; readonly from: string; readonly at: Point; readonly done: boolean }
  | { readonly do: 'attach'; readonly id: string; readonly end: End; readonly at: Point; readonly done: boolean }
  | { readonly do: 'menu'; readonly target: Target; readonly at: Point }
  | { readonly do: 'giveUp' };

interface Finger {
  readonly pointer: number;
  readonly at: Point;
}

export type GestureState =
  | {
      readonly is: 'idle';
      readonly lastTap: { readonly at: Point; readonly time: number; readonly key: string } | null;
    }
  | {
      readonly is: 'pressed';
      readonly press: Press;
      /** It may be the second press of a double tap: the same was tapped at the same place just before. */
      readonly repeats: boolean;
      /** It is the second press of a double tap. */
      readonly again: boolean;
    }
  | { readonly is: 'panning'; readonly finger: Finger }
  | { readonly is: 'pinching'; readonly a: Finger; readonly b: Finger }
  | { readonly is: 'framing' | 'dragging' | 'resizing' | 'connecting'; readonly press: Press };

export interface Step {
  readonly state: GestureState;
  readonly effects: readonly GestureEffect[];
}

export const IDLE: GestureState = { is: 'idle', lastTap: null };

/** Between two taps of a finger; of a mouse the system tells, as it was set for its hand. */
const DOUBLE_TAP_MS = 350;
const DOUBLE_TAP_PX = 24;

/** The next state and what to do now. */
export function gesture(state: GestureState, input: GestureInput): Step {
  switch (input.type) {
    case 'press':
      return pressed(state, input);
    case 'move':
      return moved(state, input);
    case 'release':
      return released(state, input);
    case 'twice':
      return state.is === 'pressed' ? { state: { ...state, again: state.repeats }, effects: [] } : stay(state);
    case 'hold':
      return held(state);
    case 'cancel':
      return { state: IDLE, effects: state.is === 'idle' ? [] : [{ do: 'giveUp' }] };
  }
}

/** A finger that rested where it was put down asks for the menu; it does nothing else any more. */
function held(state: GestureState): Step {
  return state.is === 'pressed'
    ? { state: IDLE, effects: [{ do: 'menu', target: state.press.target, at: state.press.at }] }
    : stay(state);
}

function pressed(state: GestureState, press: Press): Step {
  if (state.is === 'pressed' || state.is === 'panning' || state.is === 'framing' || state.is === 'dragging') {
    const first = state.is === 'panning' ? state.finger : { pointer: state.press.pointer, at: state.press.at };
    if (!press.touch || first.pointer === press.pointer) {
      return stay(state);
    }
    const effects: GestureEffect[] = state.is === 'framing' || state.is === 'dragging' ? [{ do: 'giveUp' }] : [];
    return { state: { is: 'pinching', a: first, b: { pointer: press.pointer, at: press.at } }, effects };
  }
  if (state.is !== 'idle') {
    return stay(state);
  }
  if (press.pans || press.tool === 'hand') {
    return { state: { is: 'panning', finger: { pointer: press.pointer, at: press.at } }, effects: [] };
  }
  const repeats = isRepeated(state, press);
  const again = repeats && press.touch && press.time - (state.lastTap?.time ?? 0) <= DOUBLE_TAP_MS;
  return { state: { is: 'pressed', press, repeats, again }, effects: [] };
}

function isRepeated(state: GestureState & { is: 'idle' }, press: Press): boolean {
  const last = state.lastTap;
  return (
    last !== null &&
    press.tool === 'select' &&
    !press.shift &&
    last.key === keyOf(press.target) &&
    Math.hypot(press.at.x - last.at.x, press.at.y - last.at.y) <= DOUBLE_TAP_PX
  );
}

function moved(state: GestureState, input: { pointer: number; at: Point }): Step {
  switch (state.is) {
    case 'idle':
      return stay(state);
    case 'pressed':
      return begin(state, input);
    case 'panning': {
      if (state.finger.pointer !== input.pointer) {
        return stay(state);
      }
      const { at } = state.finger;
      return {
        state: { is: 'panning', finger: { pointer: input.pointer, at: input.at } },
        effects: [{ do: 'pan', dx: input.at.x - at.x, dy: input.at.y - at.y }],
      };
    }
    case 'pinching':
      return pinched(state, input);
    default:
      return state.press.pointer === input.pointer
        ? { state, effects: [progress(state, input.at, false)] }
        : stay(state);
  }
}

/** A press becomes a gesture once the pointer has left the place where it was put down. */
function begin(pressed: GestureState & { is: 'pressed' }, input: { pointer: number; at: Point }): Step {
  const { press } = pressed;
  const slack = press.touch ? 8 : 4;
  if (press.pointer !== input.pointer || Math.hypot(input.at.x - press.at.x, input.at.y - press.at.y) < slack) {
    return stay(pressed);
  }
  const is = gestureOf(press);
  if (is === 'panning') {
    const pan: GestureEffect = { do: 'pan', dx: input.at.x - press.at.x, dy: input.at.y - press.at.y };
    return { state: { is, finger: { pointer: press.pointer, at: input.at } }, effects: [pan] };
  }
  const state = { is, press };
  const first: GestureEffect[] =
    is === 'dragging' ? [{ do: 'lift', target: press.target, shift: press.shift, copy: press.alt }] : [];
  return { state, effects: [...first, progress(state, input.at, false)] };
}

/** Fingers pan where a mouse would select, and move a card only once it is selected: on a phone there is card everywhere. */
function gestureOf(press: Press): 'panning' | 'framing' | 'dragging' | 'resizing' | 'connecting' {
  const { target } = press;
  if (target.kind === 'edge') {
    return 'resizing';
  }
  if (target.kind === 'end') {
    return 'connecting';
  }
  if (press.tool === 'connector') {
    return target.kind === 'nothing' ? 'panning' : 'connecting';
  }
  if (press.tool === 'group' || press.tool === 'frame') {
    return 'framing';
  }
  if (target.kind === 'nothing') {
    return press.touch ? 'panning' : 'framing';
  }
  return press.touch && !target.selected ? 'panning' : 'dragging';
}

function progress(
  state: { is: 'framing' | 'dragging' | 'resizing' | 'connecting'; press: Press },
  at: Point,
  done: boolean,
): GestureEffect {
  const { press } = state;
  const dx = at.x - press.at.x;
  const dy = at.y - press.at.y;
  switch (state.is) {
    case 'framing':
      return { do: 'frame', from: press.at, to: at, tool: press.tool, shift: press.shift, done };
    case 'dragging':
      return { do: done ? 'drop' : 'drag', dx, dy, at };
    case 'resizing':
      return press.target.kind === 'edge'
        ? { do: 'resize', id: press.target.id, edges: press.target.edges, dx, dy, done }
        : { do: 'giveUp' };
    case 'connecting':
      return connecting(press.target, at, done);
  }
}

function connecting(target: Target, at: Point, done: boolean): GestureEffect {
  switch (target.kind) {
    case 'nothing':
      return { do: 'giveUp' };
    case 'end':
      return { do: 'attach', id: target.id, end: target.end, at, done };
    default:
      return { do: 'connect', from: target.id, at, done };
  }
}

function pinched(state: GestureState & { is: 'pinching' }, input: { pointer: number; at: Point }): Step {
  const { a, b } = state;
  const finger = { pointer: input.pointer, at: input.at };
  const next = input.pointer === a.pointer ? { a: finger, b } : input.pointer === b.pointer ? { a, b: finger } : null;
  if (next === null) {
    return stay(state);
  }
  const before = middle(a.at, b.at);
  const after = middle(next.a.at, next.b.at);
  const spread = distance(next.a.at, next.b.at) / Math.max(1, distance(a.at, b.at));
  return {
    state: { is: 'pinching', ...next },
    effects: [
      { do: 'pan', dx: after.x - before.x, dy: after.y - before.y },
      { do: 'zoom', at: after, by: spread },
    ],
  };
}

function released(state: GestureState, input: { pointer: number; at: Point; time: number }): Step {
  switch (state.is) {
    case 'idle':
      return stay(state);
    case 'pressed': {
      const { press } = state;
      if (press.pointer !== input.pointer) {
        return stay(state);
      }
      if (state.again) {
        return { state: IDLE, effects: [{ do: 'doubleTap', target: press.target, at: press.at }] };
      }
      const lastTap = { at: press.at, time: input.time, key: keyOf(press.target) };
      const tap: GestureEffect = {
        do: 'tap',
        target: press.target,
        at: press.at,
        tool: press.tool,
        shift: press.shift,
      };
      return { state: { is: 'idle', lastTap }, effects: [tap] };
    }
    case 'panning':
      return state.finger.pointer === input.pointer ? { state: IDLE, effects: [] } : stay(state);
    case 'pinching': {
      const rest = input.pointer === state.a.pointer ? state.b : state.a;
      return { state: { is: 'panning', finger: rest }, effects: [] };
    }
    default:
      return state.press.pointer === input.pointer
        ? { state: IDLE, effects: [progress(state, input.at, true)] }
        : stay(state);
  }
}

function keyOf(target: Target): string {
  return target.kind === 'nothing' ? '' : `${target.kind}:${target.id}`;
}

function stay(state: GestureState): Step {
  return { state, effects: [] };
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
