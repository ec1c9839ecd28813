import { findThing, isSized } from '../../sync/things';
import { limits } from '../../wire';
import { startEditing } from '../model/editing';
import { addGroupIn } from '../model/groups';
import { addIdeaAt } from '../model/ideas';
import { type Model, mayChangeAll, mayMoveAll, send } from '../model/model';
import { attach, connect } from '../model/more';
import { addFrameIn, addNoteAt, addStampAt, anchorAt } from '../model/objects';
import { isLocked } from '../model/things';
import { panned, toBoard, zoomedAt } from './camera';
import { type Dragging, drop, endDrag, lift, moveDrag } from './drag';
import type { EdgePanner } from './edgePan';
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  contains,
  type Edges,
  GROUP_MIN_SIDE,
  type Point,
  type Rect,
  rectBetween,
  resize,
} from './geometry';
import type { GestureEffect, Target } from './gestures';

/** What lasts for one gesture, beside the reducer's own state. */
export interface GestureMemory {
  dragging: Dragging | null;
  /** Where on the board a box was begun. */
  corner: Point | null;
  /** Whether Ctrl or Cmd is held: then nothing falls into place. */
  free: boolean;
  readonly panner: EdgePanner;
  selectedBefore: ReadonlySet<string> | null;
}

/** Does what a gesture means to the board. */
export function perform(model: Model, memory: GestureMemory, effect: GestureEffect): void {
  const { ui } = model;
  const { camera } = ui;
  switch (effect.do) {
    case 'pan':
      return camera.set(panned(camera.get(), effect.dx, effect.dy));
    case 'zoom':
      return camera.set(zoomedAt(camera.get(), effect.at, camera.get().zoom * effect.by));
    case 'tap':
      return tap(model, effect);
    case 'doubleTap':
      return doubleTap(model, effect.target, effect.at);
    case 'frame':
      return frame(model, memory, effect);
    case 'lift':
      memory.dragging = lift(model, effect.target, effect.shift, effect.copy);
      return;
    case 'drag':
      return drag(model, memory, effect);
    case 'drop':
      drag(model, memory, effect);
      memory.panner.stop();
      drop(model, memory.dragging);
      memory.dragging = null;
      return;
    case 'menu':
      return openMenuAt(model, effect.target, effect.at);
    case 'resize':
      return stretch(model, effect);
    case 'connect':
      return draw(model, effect.from, effect.at, effect.done);
    case 'attach':
      return moveEnd(model, effect);
    case 'giveUp':
      return giveUp(model, memory);
  }
}

type Of<D extends GestureEffect['do']> = Extract<GestureEffect, { do: D }>;

function tap(model: Model, { target, at, tool, shift }: Of<'tap'>): void {
  const { ui } = model;
  const place = toBoard(ui.camera.get(), at);
  if (tool === 'idea') {
    addIdeaAt(model, { x: place.x - CARD_WIDTH / 2, y: place.y - CARD_HEIGHT / 2 });
  } else if (tool === 'text') {
    addNoteAt(model, place);
  } else if (tool === 'frame') {
    addFrameIn(model, { x: place.x - 400, y: place.y - 250, width: 800, height: 500 });
  } else if (tool === 'stamp') {
    addStampAt(model, place, target.kind === 'nothing' || target.kind === 'end' ? '' : target.id);
  } else if (tool === 'group' && target.kind !== 'idea') {
    addGroupIn(model, { x: place.x, y: place.y, width: 2 * CARD_WIDTH + 72, height: 2 * CARD_HEIGHT + 88 });
    ui.tool.set('select');
  } else if (tool === 'connector') {
    tapToConnect(model, target);
  } else if (target.kind === 'end') {
    ui.select([target.id]);
  } else if (target.kind === 'nothing') {
    ui.select(shift ? ui.selection.get() : []);
  } else if (shift) {
    ui.toggle(target.id);
  } else {
    ui.select([target.id]);
    ui.focused.set(target.id);
  }
}

function tapToConnect(model: Model, target: Target): void {
  const { connectFrom } = model.ui;
  const from = connectFrom.get();
  if (target.kind === 'nothing' || target.kind === 'edge' || target.kind === 'end') {
    connectFrom.set('');
  } else if (from === '') {
    connectFrom.set(target.id);
  } else {
    connect(model, from, target.id);
    connectFrom.set('');
  }
}

function doubleTap(model: Model, target: Target, at: Point): void {
  const { ui } = model;
  if (target.kind !== 'nothing' && target.kind !== 'edge' && target.kind !== 'end') {
    if (mayChangeAll(model, [target.id]) && !isLocked(findThing(model.session.records, target.id))) {
      ui.select([target.id]);
      startEditing(model, target.id);
    }
  } else if (target.kind === 'nothing') {
    const place = toBoard(ui.camera.get(), at);
    addIdeaAt(model, { x: place.x - CARD_WIDTH / 2, y: place.y - CARD_HEIGHT / 2 });
  }
}

function drag(model: Model, memory: GestureMemory, { dx, dy, at }: Of<'drag' | 'drop'>): void {
  const press = { x: at.x - dx, y: at.y - dy };
  const move = (): void => moveDrag(model, memory.dragging, press, at, memory.free);
  move();
  memory.panner.hold(at, move);
}

/** Opens the menu of what lies there, which is selected with it; on free paper that of the paper. */
export function openMenuAt({ ui }: Model, target: Target, at: Point): void {
  if (target.kind === 'nothing') {
    ui.select([]);
  } else if (target.kind !== 'edge' && (target.kind === 'end' || !target.selected)) {
    ui.select([target.id]);
  }
  ui.pointer = toBoard(ui.camera.get(), at);
  ui.menu.set(at);
}

function frame(model: Model, memory: GestureMemory, effect: Of<'frame'>): void {
  memory.corner ??= toBoard(model.ui.camera.get(), effect.from);
  const { corner } = memory;
  const draw = (): void => drawBox(model, memory, corner, effect);
  if (effect.done) {
    memory.panner.stop();
    memory.corner = null;
  } else {
    memory.panner.hold(effect.to, draw);
  }
  draw();
}

function drawBox(model: Model, memory: GestureMemory, corner: Point, { to, tool, shift, done }: Of<'frame'>): void {
  const { ui, places } = model;
  const rect = rectBetween(corner, toBoard(ui.camera.get(), to));
  ui.frame.set(done ? null : rect);
  if (tool === 'group') {
    if (done) {
      const { width, height } = rect;
      addGroupIn(model, { ...rect, width: Math.max(width, GROUP_MIN_SIDE), height: Math.max(height, GROUP_MIN_SIDE) });
      ui.tool.set('select');
    }
    return;
  }
  if (tool === 'frame') {
    if (done) {
      addFrameIn(model, rect);
    }
    return;
  }
  memory.selectedBefore ??= shift ? ui.selection.get() : new Set();
  const boxes = (['group', 'frame', 'note', 'image', 'stamp'] as const)
    .flatMap((kind) => model.session.records.ids(kind))
    .filter((id) => {
      const box = places.any(id);
      const end = box && { x: box.x + box.width, y: box.y + box.height };
      return box && end && contains(rect, box) && contains(rect, end);
    });
  ui.select([...memory.selectedBefore, ...places.grid.within(rect), ...boxes]);
  if (done) {
    memory.selectedBefore = null;
  }
}

function stretch(model: Model, { id, edges, dx, dy, done }: Of<'resize'>): void {
  const thing = findThing(model.session.records, id);
  if (!isSized(thing) || !mayMoveAll(model, [id])) {
    return;
  }
  const { zoom } = model.ui.camera.get();
  const least = thing.kind === 'group' ? GROUP_MIN_SIDE : limits.minSide;
  const pulled = resize(thing.record, edges, dx / zoom, dy / zoom, least);
  const rect = thing.kind === 'image' ? inShape(thing.record, pulled, edges) : pulled;
  const box = {
    x: Math.round(rect.x),
    y: Math.round(rect.y),
    width: Math.round(rect.width),
    height: Math.round(rect.height),
  };
  if (done) {
    model.places.stretch(id, null);
    send(model, { type: 'resizeThing', id, ...box });
  } else {
    model.places.stretch(id, box);
  }
}

/** A picture keeps its shape: its width decides, and the corner opposite the pulled one stays. */
function inShape(before: Rect, pulled: Rect, edges: Edges): Rect {
  const height = (pulled.width * before.height) / before.width;
  return { ...pulled, height, y: edges.top ? before.y + before.height - height : before.y };
}

function draw(model: Model, from: string, at: Point, done: boolean): void {
  const { ui } = model;
  ui.connectFrom.set(done ? '' : from);
  if (done) {
    const to = anchorAt(model, toBoard(ui.camera.get(), at));
    if (to !== '') {
      connect(model, from, to);
    }
  }
}

/** An end of a connector follows the pointer, and stays at the thing that it is let go over. */
function moveEnd(model: Model, { id, end, at, done }: Of<'attach'>): void {
  const { ui } = model;
  ui.reattaching.set(done ? null : { id, end });
  if (done) {
    const to = anchorAt(model, toBoard(ui.camera.get(), at));
    if (to !== '') {
      attach(model, id, end, to);
    }
  }
}

function giveUp(model: Model, memory: GestureMemory): void {
  const { ui, places } = model;
  memory.panner.stop();
  endDrag(model);
  places.unstretch();
  memory.dragging = null;
  memory.corner = null;
  memory.selectedBefore = null;
  ui.frame.set(null);
  ui.connectFrom.set('');
  ui.reattaching.set(null);
}
