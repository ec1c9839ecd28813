import { carriedBy, mayRemove } from '../../sync/predictThings';
import { findThing, isPlaced, opensLock, type Placed, type Thing } from '../../sync/things';
import { type LockMode, limits, type Move, type Rank } from '../../wire';
import { t } from '../../words/t';
import { settleInGroups } from './ideas';
import { type Model, pieces, send } from './model';
import { viewOf } from './places';
import { offerUndo } from './takeBack';

/** The selected things of every kind, in drawing order. */
export function selectedThings({ session, ui }: Model): Thing[] {
  return [...ui.selection.get()]
    .flatMap((id) => findThing(session.records, id) ?? [])
    .sort((a, b) => a.record.order - b.record.order || (a.record.id < b.record.id ? -1 : 1));
}

/** Whether this person may change a thing, as far as its lock goes. */
export function isOpen({ session }: Model, thing: Thing): boolean {
  const me = session.me.get();
  return opensLock(thing.record, me?.participant ?? '', me?.role);
}

/** Whether a thing lies still until it is unlocked: also for who may unlock it, so that nothing is moved by mistake. */
export function isLocked(thing: Thing | undefined): boolean {
  return thing !== undefined && thing.record.lock !== 'none';
}

/** Ids of what is moved together: what is selected and not locked, without what something else that is selected takes along anyway. */
export function movable(model: Model): string[] {
  const { records } = model.session;
  const free = selectedThings(model).filter((thing): thing is Placed => isPlaced(thing) && !isLocked(thing));
  const view = viewOf(records);
  const carried = new Set(free.flatMap((thing) => carriedBy(view, thing)));
  return free.flatMap(({ record }) => (carried.has(record.id) ? [] : record.id));
}

/** Moves things by the same distance, in one command; ideas then belong to the groups they lie on. */
export function moveThings(model: Model, ids: readonly string[], dx: number, dy: number): void {
  const things = ids.flatMap((id) => findThing(model.session.records, id) ?? []).filter(isPlaced);
  const ideas = things.flatMap((thing) => (thing.kind === 'idea' ? thing.record : []));
  const moves: Move[] = things.map(({ record: { id, x, y } }) => ({
    id,
    x: Math.round(x + dx),
    y: Math.round(y + dy),
  }));
  for (const piece of pieces(moves, limits.thingsPerCommand)) {
    send(model, { type: 'moveThings', moves: piece });
  }
  settleInGroups(model, ideas, dx, dy);
}

/** Removes what is selected, as far as this person may. */
export function removeSelection(model: Model): void {
  const me = model.session.me.get();
  const ids = selectedThings(model).flatMap((thing) =>
    isOpen(model, thing) && mayRemove(thing, me?.participant ?? '', me?.isHost ?? false) ? thing.record.id : [],
  );
  // What is not this person's to remove is sent all the same where nothing else is: the board says why not.
  const asked = ids.length > 0 ? ids : [...model.ui.selection.get()];
  const removals = pieces(asked, limits.thingsPerCommand).map(
    (piece) => ({ type: 'removeThings', ids: piece }) as const,
  );
  if (ids.length > 0 && send(model, ...removals)) {
    offerUndo(model, t('step.removed', { n: ids.length }));
  } else if (ids.length === 0) {
    send(model, ...removals);
  }
  model.ui.select([]);
  model.ui.menu.set(null);
}

/** Where something goes in the order: before or behind all others, or one step. */
export type OrderStep = 'front' | 'forward' | 'backward' | 'back';

/** Puts what is selected elsewhere in the drawing order, keeping its own order. */
export function reorder(model: Model, to: OrderStep): void {
  const chosen = selectedThings(model).filter((thing) => isPlaced(thing));
  const ids = new Set(chosen.map((thing) => thing.record.id));
  const others = inOrder(model).filter((thing) => !ids.has(thing.id));
  const ranks = ranksBetween(
    chosen.map((thing) => thing.record),
    others,
    to,
  );
  for (const piece of pieces(ranks, limits.thingsPerCommand)) {
    send(model, { type: 'reorderThings', ranks: piece });
  }
}

interface Ordered {
  readonly id: string;
  readonly order: number;
}

function inOrder({ session: { records } }: Model): Ordered[] {
  return (['idea', 'note', 'image', 'stamp', 'group', 'frame'] as const)
    .flatMap((kind) => records.all(kind) as readonly Ordered[])
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** New orders for what is chosen: together, above or below one neighbour or all. */
export function ranksBetween(chosen: readonly Ordered[], others: readonly Ordered[], to: OrderStep): Rank[] {
  const [lowest] = chosen;
  const highest = chosen.at(-1);
  if (lowest === undefined || highest === undefined || others.length === 0) {
    return [];
  }
  const above = others.findIndex((other) => other.order > (to === 'backward' ? lowest : highest).order);
  const at = above < 0 ? others.length : above;
  const place = {
    front: others.length,
    back: 0,
    forward: Math.min(others.length, at + 1),
    backward: Math.max(0, at - 1),
  };
  const below = others[place[to] - 1]?.order;
  const next = others[place[to]]?.order;
  const from = below ?? (next ?? 0) - chosen.length - 1;
  const step = next === undefined ? 1 : (next - from) / (chosen.length + 1);
  return chosen.map(({ id }, index) => ({ id, order: from + step * (index + 1) }));
}

/** Locks what is selected, or unlocks it. */
export function lockSelection(model: Model, lock: LockMode): void {
  for (const piece of pieces([...model.ui.selection.get()], limits.thingsPerCommand)) {
    send(model, { type: 'lockThings', ids: piece, lock });
  }
}
