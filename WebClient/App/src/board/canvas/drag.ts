import { toast } from '../../ui/toasts';
import { t } from '../../words/t';
import { duplicateIdeas, selectedIdeas } from '../model/ideas';
import { canEdit, type Model } from '../model/model';
import { movable, moveThings } from '../model/things';
import { panned, toBoard } from './camera';
import type { Point } from './geometry';
import type { Target } from './gestures';

/** A drag of one or many by this person. */
export interface Dragging {
  /** What is held: always the same list, by which the drag is known. */
  readonly ids: readonly string[];
  /** Whether all of it can go into a group. */
  readonly onlyIdeas: boolean;
  /** Where on the board it was taken hold of; unknown until the first move. */
  start: Point | null;
}

/** How near to an edge of the canvas the board begins to move along, in pixels, and how fast it does at most. */
const EDGE_PX = 36;
const EDGE_SPEED_PX = 14;

/** Takes hold of the selection, or of what lies under the pointer when it is not part of it. Null when it must not be moved. */
export function lift(model: Model, target: Target, shift: boolean, copy: boolean): Dragging | null {
  const { ui } = model;
  if (target.kind === 'nothing' || target.kind === 'edge') {
    return null;
  }
  if (!target.selected) {
    ui.select(shift ? [...ui.selection.get(), target.id] : [target.id]);
  }
  if (!canEdit(model)) {
    return null;
  }
  if (copy && target.kind === 'idea') {
    duplicateIdeas(model, selectedIdeas(model), 0, 0);
  }
  const ids = movable(model);
  if (ids.length === 0) {
    toast(t('lock.hint'));
    return null;
  }
  ui.busy.set(true);
  return { ids, onlyIdeas: ids.every((id) => model.session.records.get('idea', id)), start: null };
}

/** Shows the drag here and to others; near an edge the board moves along. */
export function moveDrag(model: Model, dragging: Dragging | null, dx: number, dy: number, at: Point): void {
  if (!dragging) {
    return;
  }
  const { ui, places, session } = model;
  dragging.start ??= toBoard(ui.camera.get(), { x: at.x - dx, y: at.y - dy });
  const along = edgePan(at, ui.size.get());
  if (along.x !== 0 || along.y !== 0) {
    ui.camera.set(panned(ui.camera.get(), along.x, along.y));
  }
  const now = toBoard(ui.camera.get(), at);
  const moved = { dx: now.x - dragging.start.x, dy: now.y - dragging.start.y };
  places.drag('me', dragging.ids, moved.dx, moved.dy);
  session.setPresence({ drag: { ids: dragging.ids.slice(0, 50), ...moved } });
  ui.dropGroup.set(dragging.onlyIdeas ? places.groupAt(now, new Set()) : '');
}

/** Puts down what was held: one command for all of it. */
export function drop(model: Model, dragging: Dragging | null, at: Point): void {
  const { ui, places, session } = model;
  ui.busy.set(false);
  ui.dropGroup.set('');
  places.drop('me');
  session.setPresence({ drag: null });
  if (!dragging?.start) {
    return;
  }
  const end = toBoard(ui.camera.get(), at);
  const dx = end.x - dragging.start.x;
  const dy = end.y - dragging.start.y;
  moveThings(model, dragging.ids, dx, dy);
}

/** How far the board moves along while something is held near an edge of the canvas. */
export function edgePan(at: Point, size: { width: number; height: number }): Point {
  return { x: push(at.x, size.width), y: push(at.y, size.height) };
}

function push(at: number, length: number): number {
  if (at < EDGE_PX) {
    return Math.min(1, (EDGE_PX - at) / EDGE_PX) * EDGE_SPEED_PX;
  }
  return at > length - EDGE_PX ? -Math.min(1, (at - length + EDGE_PX) / EDGE_PX) * EDGE_SPEED_PX : 0;
}
