import { toast } from '../../ui/toasts';
import { t } from '../../words/t';
import { duplicateIdeas, selectedIdeas } from '../model/ideas';
import { type Model, may, mayMoveAll } from '../model/model';
import { movable, moveThings } from '../model/things';
import { toBoard, viewport } from './camera';
import { bounds, intersects, type Point, type Rect } from './geometry';
import type { Target } from './gestures';
import { type Snap, snap } from './guides';

/** A drag of one or many by this person. */
export interface Dragging {
  /** What is held: always the same list, by which the drag is known. */
  readonly ids: readonly string[];
  /** Whether all of it can go into a group. */
  readonly onlyIdeas: boolean;
  /** Around all of it, before it was moved. */
  readonly box: Rect | null;
  /** Where on the board it was taken hold of; unknown until the first move. */
  start: Point | null;
  /** How far it is from there now. */
  moved: { readonly dx: number; readonly dy: number };
}

/** How near to its place something falls into it, in pixels of the screen. */
const REACH_PX = 7;

/** More things around than this are not compared with: the nearest ones are among them. */
const MOST_BESIDE = 400;

/** Takes hold of the selection, or of what lies under the pointer when it is not part of it. Null when it must not be moved. */
export function lift(model: Model, target: Target, shift: boolean, copy: boolean): Dragging | null {
  const { ui, session, places } = model;
  if (target.kind === 'nothing' || target.kind === 'edge') {
    return null;
  }
  if (!target.selected) {
    ui.select(shift ? [...ui.selection.get(), target.id] : [target.id]);
  }
  if (!mayMoveAll(model, ui.selection.get())) {
    return null;
  }
  if (copy && may(model, 'ideas') && target.kind === 'idea') {
    duplicateIdeas(model, selectedIdeas(model), 0, 0);
  }
  const ids = movable(model);
  if (ids.length === 0) {
    toast(t('lock.hint'));
    return null;
  }
  ui.busy.set(true);
  const onlyIdeas = ids.every((id) => session.records.get('idea', id));
  const box = bounds(ids.flatMap((id) => places.any(id) ?? []));
  return { ids, onlyIdeas, box, start: null, moved: { dx: 0, dy: 0 } };
}

/** Shows the drag here and to others; unless `free`, it falls into place beside what lies around it. */
export function moveDrag(model: Model, dragging: Dragging | null, press: Point, at: Point, free: boolean): void {
  if (!dragging) {
    return;
  }
  const { ui, places, session } = model;
  dragging.start ??= toBoard(ui.camera.get(), press);
  const now = toBoard(ui.camera.get(), at);
  const plain = { dx: now.x - dragging.start.x, dy: now.y - dragging.start.y };
  const place = free ? null : placeFor(model, dragging, plain);
  ui.guides.set(place && place.guides.length + place.gaps.length > 0 ? place : null);
  dragging.moved = { dx: plain.dx + (place?.dx ?? 0), dy: plain.dy + (place?.dy ?? 0) };
  places.drag('me', dragging.ids, dragging.moved.dx, dragging.moved.dy);
  session.setPresence({ drag: { ids: dragging.ids.slice(0, 50), ...dragging.moved } });
  ui.dropGroup.set(dragging.onlyIdeas ? places.groupAt(now, new Set()) : '');
}

function placeFor(model: Model, { box }: Dragging, { dx, dy }: { dx: number; dy: number }): Snap | null {
  const { ui, places } = model;
  if (box === null || places.lifted()) {
    return null;
  }
  const moving = { ...box, x: box.x + dx, y: box.y + dy };
  return snap(moving, beside(model), REACH_PX / ui.camera.get().zoom);
}

/** What can be seen and lies still: ideas and groups. */
function beside({ ui, places, session }: Model): Rect[] {
  const screen = viewport(ui.camera.get(), ui.size.get());
  const ideas = places.grid.within(screen).filter((id) => !places.isDragged(id));
  const groups = session.records
    .all('group')
    .filter((group) => !places.isDragged(group.id) && intersects(group, screen));
  return ideas.length > MOST_BESIDE ? [] : [...ideas.flatMap((id) => places.grid.get(id) ?? []), ...groups];
}

/** Puts down what was held: one command for all of it. */
export function drop(model: Model, dragging: Dragging | null): void {
  endDrag(model);
  if (dragging?.start) {
    moveThings(model, dragging.ids, dragging.moved.dx, dragging.moved.dy);
  }
}

/** Lets everything go back to its place. */
export function endDrag({ ui, places, session }: Model): void {
  ui.busy.set(false);
  ui.guides.set(null);
  ui.dropGroup.set('');
  places.drop('me');
  session.setPresence({ drag: null });
}
