import { addGroupIn } from '../model/groups';
import { addIdeaAt } from '../model/ideas';
import { canEdit, type Model, send } from '../model/model';
import { connect } from '../model/more';
import { panned, toBoard, zoomedAt } from './camera';
import { type Dragging, drop, lift, moveDrag } from './drag';
import { CARD_HEIGHT, CARD_WIDTH, contains, GROUP_MIN_SIDE, type Point, rectBetween, resize } from './geometry';
import type { GestureEffect, Target } from './gestures';

/** What lasts for one gesture, beside the reducer's own state. */
export interface GestureMemory {
  dragging: Dragging | null;
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
      return moveDrag(model, memory.dragging, effect.dx, effect.dy, effect.at);
    case 'drop':
      drop(model, memory.dragging, effect.at);
      memory.dragging = null;
      return;
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

function frame(model: Model, memory: GestureMemory, { from, to, tool, shift, done }: Of<'frame'>): void {
  const { ui, places } = model;
  const camera = ui.camera.get();
  const rect = rectBetween(toBoard(camera, from), toBoard(camera, to));
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
  places.drop('me');
  for (const group of model.session.records.ids('group')) {
    places.stretch(group, null);
  }
  memory.dragging = null;
  memory.selectedBefore = null;
  ui.frame.set(null);
  ui.dropGroup.set('');
  ui.connectFrom.set('');
  ui.busy.set(false);
  model.session.setPresence({ drag: null });
}
