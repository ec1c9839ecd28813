import { type RefObject, useEffect } from 'react';
import { type Model, useModel } from '../model/model';
import { middleOfView } from '../model/objects';
import { panned, toBoard, zoomedAt } from './camera';
import { EdgePanner } from './edgePan';
import { type GestureMemory, openMenuAt, perform } from './effects';
import type { Edges, Point } from './geometry';
import { type GestureInput, type GestureState, gesture, IDLE, type Target } from './gestures';

/** Elements that look after their own pointers: buttons, editors, labels. */
const OWN = '[data-own], button, input, textarea, a';

/** Lets pointers and the wheel work on the canvas. */
export function useGestures(root: RefObject<HTMLElement | null>): void {
  const model = useModel();
  useEffect(() => {
    const element = root.current;
    return element ? listen(model, element) : undefined;
  }, [model, root]);
}

function listen(model: Model, element: HTMLElement): () => void {
  let state: GestureState = IDLE;
  let space = false;
  let holding = 0;
  const memory: GestureMemory = {
    dragging: null,
    corner: null,
    selectedBefore: null,
    free: false,
    panner: new EdgePanner(model),
  };
  const end = new AbortController();
  const options = { signal: end.signal };

  const feed = (input: GestureInput): void => {
    const next = gesture(state, input);
    state = next.state;
    for (const effect of next.effects) {
      perform(model, memory, effect);
    }
    element.dataset['doing'] = state.is;
    if (state.is !== 'pressed') {
      clearTimeout(holding);
    }
  };
  const at = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  element.addEventListener(
    'pointerdown',
    (event) => {
      const middle = event.button === 1;
      if (event.button === 2 || (!middle && !space && isOwn(event.target))) {
        return;
      }
      if (middle) {
        event.preventDefault();
      }
      model.ui.spaceUsed ||= space;
      element.setPointerCapture(event.pointerId);
      memory.free = event.ctrlKey || event.metaKey;
      feed({
        type: 'press',
        pointer: event.pointerId,
        touch: event.pointerType === 'touch',
        at: at(event),
        time: event.timeStamp,
        target: targetOf(model, event.target, at(event)),
        tool: model.ui.tool.get(),
        pans: middle || space,
        shift: event.shiftKey,
        alt: event.altKey,
      });
      if (event.pointerType === 'touch') {
        clearTimeout(holding);
        holding = window.setTimeout(() => feed({ type: 'hold' }), HOLD_MS);
      }
    },
    options,
  );
  element.addEventListener(
    'mousedown',
    (event) => {
      if (event.detail > 0 && event.detail % 2 === 0) {
        feed({ type: 'twice' });
      }
    },
    options,
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      memory.free = event.ctrlKey || event.metaKey;
      feed({ type: 'move', pointer: event.pointerId, at: at(event) });
      if (event.pointerType !== 'touch') {
        const place = toBoard(model.ui.camera.get(), at(event));
        model.ui.pointer = place;
        model.session.setPresence({ cursor: [Math.round(place.x), Math.round(place.y)] });
      }
    },
    options,
  );
  element.addEventListener(
    'pointerup',
    (event) => feed({ type: 'release', pointer: event.pointerId, at: at(event), time: event.timeStamp }),
    options,
  );
  element.addEventListener('pointercancel', () => feed({ type: 'cancel' }), options);
  element.addEventListener(
    'pointerleave',
    () => {
      // A menu that opens under the pointer is about the place where it was.
      model.ui.pointer = model.ui.menu.get() === null ? null : model.ui.pointer;
      model.session.setPresence({ cursor: null });
    },
    options,
  );
  element.addEventListener('wheel', (event) => wheel(model, event, at(event)), { ...options, passive: false });
  element.addEventListener('contextmenu', (event) => openMenu(model, event, at(event)), options);

  element.addEventListener(
    'dragover',
    (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault(),
    options,
  );
  element.addEventListener(
    'drop',
    (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) {
        event.preventDefault();
        bring(model, files, toBoard(model.ui.camera.get(), at(event)));
      }
    },
    options,
  );
  addEventListener(
    'paste',
    (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0 && !isTyping(event.target)) {
        event.preventDefault();
        bring(model, files, middleOfView(model));
      }
    },
    options,
  );

  const hold = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && state.is !== 'idle') {
      feed({ type: 'cancel' });
    }
    if (event.code === 'Space' && !isTyping(event.target)) {
      model.ui.spaceUsed &&= space;
      space = event.type === 'keydown';
      element.dataset['space'] = String(space);
    }
  };
  addEventListener('keydown', hold, options);
  addEventListener('keyup', hold, options);
  addEventListener(
    'blur',
    () => {
      space = false;
      element.dataset['space'] = 'false';
    },
    options,
  );
  return () => {
    end.abort();
    clearTimeout(holding);
    memory.panner.stop();
  };
}

/** A finger that rests so long asks for the menu, in milliseconds. */
const HOLD_MS = 500;

/** Fetches what uploads files, and gives them to it. */
function bring(model: Model, files: readonly File[], at: Point): void {
  void import('../objects/bringFiles').then(({ bringFiles }) => bringFiles(model, files, at));
}

function wheel({ ui }: Model, event: WheelEvent, at: Point): void {
  if (event.target instanceof Element && event.target.closest('[data-scrolls]')) {
    return;
  }
  event.preventDefault();
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  const camera = ui.camera.get();
  if (event.ctrlKey || event.metaKey) {
    const speed = Math.max(-60, Math.min(60, event.deltaY * unit));
    ui.camera.set(zoomedAt(camera, at, camera.zoom * Math.exp(-speed * 0.008)));
    return;
  }
  const sideways = event.shiftKey && event.deltaX === 0;
  ui.camera.set(panned(camera, -(sideways ? event.deltaY : event.deltaX) * unit, sideways ? 0 : -event.deltaY * unit));
}

function openMenu(model: Model, event: MouseEvent, at: Point): void {
  if (isTyping(event.target) || (event.target instanceof Element && event.target.closest('[data-own]:not(path)'))) {
    return;
  }
  event.preventDefault();
  // A resting finger is waited for by this page itself: not every browser tells of it.
  if ((event as PointerEvent).pointerType !== 'touch') {
    openMenuAt(model, targetOf(model, event.target, at), at);
  }
}

/** What lies under a pointer, as the elements say it. */
function targetOf(model: Model, found: EventTarget | null, at: Point): Target {
  const { ui, places } = model;
  const element =
    found instanceof Element
      ? found.closest<HTMLElement>('[data-edge], [data-end], [data-idea], [data-group], [data-thing], [data-connector]')
      : null;
  const { edge, end, idea, group, thing, connector } = element?.dataset ?? {};
  if (edge !== undefined) {
    return { kind: 'edge', id: group ?? thing ?? '', edges: edgesOf(edge) };
  }
  if (connector !== undefined) {
    const selected = ui.selection.get().has(connector);
    return end === 'from' || end === 'to'
      ? { kind: 'end', id: connector, end }
      : { kind: 'thing', id: connector, selected };
  }
  const painted = element === null ? paintedAt(model, toBoard(ui.camera.get(), at)) : '';
  if (painted !== '') {
    const kind = places.grid.get(painted) ? 'idea' : 'thing';
    return { kind, id: painted, selected: ui.selection.get().has(painted) };
  }
  if (idea !== undefined) {
    return { kind: 'idea', id: idea, selected: ui.selection.get().has(idea) };
  }
  if (group !== undefined) {
    return { kind: 'group', id: group, selected: ui.selection.get().has(group) };
  }
  if (thing !== undefined) {
    return { kind: 'thing', id: thing, selected: ui.selection.get().has(thing) };
  }
  return { kind: 'nothing' };
}

/** What is painted on top there; groups and frames are taken hold of by their titles alone. Empty for nothing. */
function paintedAt({ ui, places }: Model, point: Point): string {
  const painted = ui.painted.get();
  const overview = ui.overview.get();
  return overview || painted.size > 0
    ? places.topAt(point, ({ kind }) =>
        kind === 'idea' ? overview : kind !== 'group' && kind !== 'frame' && painted.has(kind),
      )
    : '';
}

/** Reads a handle's name, such as "ne" for the top right corner. */
function edgesOf(name: string): Edges {
  return { left: name.includes('w'), top: name.includes('n'), right: name.includes('e'), bottom: name.includes('s') };
}

function isOwn(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(OWN) !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}
