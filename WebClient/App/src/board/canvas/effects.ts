import { addGroupIn } from '../model/groups';
import { addIdeaAt } from '../model/ideas';
import { canEdit, type Model, send } from '../model/model';
import { connect } from '../model/more';
import { panned, toBoard, zoomedAt } from './camera';
import { type Dragging, drop, endDrag, lift, moveDrag } from './drag';
import type { EdgePanner } from './edgePan';
import { CARD_HEIGHT, CARD_WIDTH, contains, GROUP_MIN_SIDE, type Point, rectBetween, resize } from './geometry';
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
  } else if (tool === 'group' && target.kind !== 'idea') {
    addGroupIn(model, { x: place.x, y: place.y, width: 2 * CARD_WIDTH + 72, height: 2 * CARD_HEIGHT + 88 });
    ui.tool.set('select');
  } else if (tool === 'connector') {
    tapToConnect(model, target);
  } else if (target.kind === 'nothing') {
    ui.select(shift ? ui.selection.get() : []);
  } else if (shift) {
    ui.toggle(target.id);
  } else {
    ui.select([target.id]);
    ui.focused.set(target.kind === 'idea' ? target.id : ui.focused.get());
  }
}

function tapToConnect(model: Model, target: Target): void {
  const { connectFrom } = model.ui;
  const from = connectFrom.get();
  if (target.kind !== 'idea') {
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
  if (target.kind === 'idea' || target.kind === 'group') {
    if (canEdit(model)) {
      ui.select([target.id]);
      ui.editing.set(target.id);
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
  } else if (target.kind !== 'edge' && !target.selected) {
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
  memory.selectedBefore ??= shift ? ui.selection.get() : new Set();
  const groups = model.session.records.all('group').filter((group) => {
    const end = { x: group.x + group.width, y: group.y + group.height };
    return contains(rect, group) && contains(rect, end);
  });
  ui.select([...memory.selectedBefore, ...places.grid.within(rect), ...groups.map((group) => group.id)]);
  if (done) {
    memory.selectedBefore = null;
  }
}

function stretch(model: Model, { id, edges, dx, dy, done }: Of<'resize'>): void {
  const group = model.session.records.get('group', id);
  if (!group || !canEdit(model)) {
    return;
  }
  const { zoom } = model.ui.camera.get();
  const rect = resize(group, edges, dx / zoom, dy / zoom, GROUP_MIN_SIDE);
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

function draw(model: Model, from: string, at: Point, done: boolean): void {
  const { ui, places } = model;
  ui.connectFrom.set(done ? '' : from);
  if (done) {
    const point = toBoard(ui.camera.get(), at);
    const to = places.grid.within({ ...point, width: 0, height: 0 }).at(-1);
    if (to !== undefined) {
      connect(model, from, to);
    }
  }
}

function giveUp(model: Model, memory: GestureMemory): void {
  const { ui, places } = model;
  memory.panner.stop();
  endDrag(model);
  for (const group of model.session.records.ids('group')) {
    places.stretch(group, null);
  }
  memory.dragging = null;
  memory.corner = null;
  memory.selectedBefore = null;
  ui.frame.set(null);
  ui.connectFrom.set('');
}
