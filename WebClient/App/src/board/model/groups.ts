import { newId } from '../../sync';
import { limits } from '../../wire';
import {
  CARD_GAP,
  CARD_HEIGHT,
  CARD_WIDTH,
  cardRect,
  centre,
  contains,
  groupAround,
  type Rect,
} from '../canvas/geometry';
import { type Model, pieces, send } from './model';

/** Makes a group around ideas and puts them in; its title is typed next. */
export function groupIdeas(model: Model, ids: readonly string[]): void {
  const around = groupAround(ids.flatMap((id) => model.places.idea(id) ?? []));
  if (around) {
    addGroup(model, around, ids);
  }
}

/** Makes a group in a box drawn on the canvas; ideas that lie in it belong to it. */
export function addGroupIn(model: Model, rect: Rect): void {
  const inside = model.places.grid.within(rect).filter((id) => {
    const card = model.places.idea(id);
    return card !== undefined && contains(rect, centre(card));
  });
  addGroup(model, rect, inside);
}

function addGroup(model: Model, rect: Rect, ideas: readonly string[]): void {
  const id = newId();
  const box = {
    x: Math.round(rect.x),
    y: Math.round(rect.y),
    width: Math.round(rect.width),
    height: Math.round(rect.height),
  };
  if (send(model, { type: 'addGroup', id, title: '', ...box })) {
    putInGroup(model, id, ideas);
    model.ui.select([id]);
    model.ui.editing.set(id);
  }
}

function putInGroup(model: Model, group: string, ideas: readonly string[]): void {
  for (const piece of pieces(ideas, limits.thingsPerCommand)) {
    send(model, { type: 'groupIdeas', group, ideas: piece });
  }
}

/** Takes ideas out of their groups, where they lie. */
export function ungroupIdeas(model: Model, ids: readonly string[]): void {
  const grouped = ids.filter((id) => (model.session.records.get('idea', id)?.group ?? '') !== '');
  for (const piece of pieces(grouped, limits.thingsPerCommand)) {
    send(model, { type: 'ungroupIdeas', ideas: piece });
  }
}

/** Moves ideas into a group without dragging: to free places in it, and the group grows downwards when it is full. */
export function sendToGroup(model: Model, ids: readonly string[], group: string): void {
  const box = model.session.records.get('group', group);
  const arriving = ids.filter((id) => model.session.records.get('idea', id)?.group !== group);
  if (!box || arriving.length === 0) {
    return;
  }
  layOut(model, group, [...model.session.records.related('ideasOfGroup', group), ...arriving]);
  putInGroup(model, group, arriving);
}

/** Lays the ideas of a group out in rows. */
export function tidyGroup(model: Model, group: string): void {
  layOut(model, group, model.session.records.related('ideasOfGroup', group));
}

function layOut(model: Model, group: string, ids: readonly string[]): void {
  const box = model.session.records.get('group', group);
  if (!box) {
    return;
  }
  const columns = Math.max(1, Math.floor((box.width - 2 * CARD_GAP + CARD_GAP) / (CARD_WIDTH + CARD_GAP)));
  const moves = ids.map((id, at) => ({
    id,
    x: box.x + CARD_GAP + (at % columns) * (CARD_WIDTH + CARD_GAP),
    y: box.y + 40 + Math.floor(at / columns) * (CARD_HEIGHT + CARD_GAP),
  }));
  const rows = Math.ceil(ids.length / columns);
  const width = Math.max(box.width, CARD_WIDTH + 2 * CARD_GAP);
  const height = Math.max(box.height, 40 + rows * (CARD_HEIGHT + CARD_GAP));
  if (height !== box.height || width !== box.width) {
    send(model, { type: 'resizeThing', id: group, x: box.x, y: box.y, width, height });
  }
  for (const piece of pieces(moves, limits.thingsPerCommand)) {
    send(model, { type: 'moveThings', moves: piece });
  }
}

/** Where a new idea goes in a group. */
export function freePlaceIn(model: Model, group: string): { x: number; y: number } {
  const box = model.session.records.get('group', group);
  const from = { x: (box?.x ?? 0) + CARD_GAP, y: (box?.y ?? 0) + 40 };
  const columns = Math.max(1, Math.floor(((box?.width ?? 0) - CARD_GAP) / (CARD_WIDTH + CARD_GAP)));
  for (let at = 0; at < 500; at++) {
    const place = {
      x: from.x + (at % columns) * (CARD_WIDTH + CARD_GAP),
      y: from.y + Math.floor(at / columns) * (CARD_HEIGHT + CARD_GAP),
    };
    if (model.places.grid.within({ ...cardRect(place), width: CARD_WIDTH - 4, height: CARD_HEIGHT - 4 }).length === 0) {
      return place;
    }
  }
  return from;
}
