import { hides, stepNow } from '../../method/agenda';
import { newId } from '../../sync';
import type { Colour, IdeaRecord } from '../../wire';
import { limits } from '../../wire';
import { toBoard } from '../canvas/camera';
import {
  bounds,
  CARD_GAP,
  CARD_HEIGHT,
  CARD_WIDTH,
  centre,
  freeNear,
  freePlace,
  intersects,
  type Point,
} from '../canvas/geometry';
import { type Model, pieces, send } from './model';

/** Ids of the selected ideas, in reading order. */
export function selectedIdeas({ session: { records }, ui }: Model): string[] {
  return [...ui.selection.get()]
    .flatMap((id) => records.get('idea', id) ?? [])
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Adds an empty idea with its top left corner at `at`, selects it and starts typing in it. */
export function addIdeaAt(model: Model, at: Point): string {
  const id = newId();
  const middle = { x: at.x + CARD_WIDTH / 2, y: at.y + CARD_HEIGHT / 2 };
  const place = { x: Math.round(at.x), y: Math.round(at.y) };
  const group = model.places.groupAt(middle, new Set());
  const colour = model.ui.colour.get();
  if (send(model, { type: 'addIdea', id, title: '', body: '', colour, ...place, group })) {
    model.ui.select([id]);
    model.ui.focused.set(id);
    model.ui.editing.set(id);
    model.ui.tool.set('select');
  }
  return id;
}

/** Adds an idea that is written already, where there is room; used by the list. */
export function addWrittenIdea(model: Model, title: string): string {
  const id = newId();
  const at = nextFreePlace(model);
  const colour = model.ui.colour.get();
  const group = model.places.groupAt({ x: at.x + CARD_WIDTH / 2, y: at.y + CARD_HEIGHT / 2 }, new Set());
  send(model, { type: 'addIdea', id, title: title.slice(0, limits.titleLength), body: '', colour, ...at, group });
  return id;
}

/** A new idea in the middle of the screen, or as near to it as there is room. */
export function addIdeaInView(model: Model): string {
  const { camera, size } = model.ui;
  const middle = toBoard(camera.get(), { x: size.get().width / 2, y: size.get().height / 2 });
  const corner = { x: middle.x - CARD_WIDTH / 2, y: middle.y - CARD_HEIGHT / 2 };
  return addIdeaAt(
    model,
    taken(model)({ ...corner, width: CARD_WIDTH, height: CARD_HEIGHT }) ? freePlace(corner, taken(model)) : corner,
  );
}

/** A new idea around a point of the board; in the middle of the screen where there is none. */
export function addIdeaAround(model: Model, point: Point | null): void {
  if (point === null) {
    addIdeaInView(model);
  } else {
    addIdeaAt(model, { x: point.x - CARD_WIDTH / 2, y: point.y - CARD_HEIGHT / 2 });
  }
}

/** The next idea beside another one, with typing started: what Tab does. */
export function addIdeaBeside(model: Model, id: string): void {
  const rect = model.places.idea(id);
  if (rect) {
    addIdeaAt(model, freePlace(rect, taken(model)));
  }
}

/** Puts ideas that were moved into the groups they now lie on. */
export function settleInGroups(model: Model, ideas: readonly IdeaRecord[], dx: number, dy: number): void {
  const into = new Map<string, string[]>();
  for (const idea of ideas) {
    const middle = { x: idea.x + dx + CARD_WIDTH / 2, y: idea.y + dy + CARD_HEIGHT / 2 };
    const group = model.places.groupAt(middle, new Set());
    if (group !== idea.group) {
      into.set(group, [...(into.get(group) ?? []), idea.id]);
    }
  }
  for (const [group, ids] of into) {
    for (const piece of pieces(ids, limits.thingsPerCommand)) {
      send(model, group === '' ? { type: 'ungroupIdeas', ideas: piece } : { type: 'groupIdeas', group, ideas: piece });
    }
  }
}

/** Colours ideas, and remembers the colour for the next new one. */
export function recolour(model: Model, ids: readonly string[], colour: Colour): void {
  model.ui.colour.set(colour);
  for (const id of ids) {
    if (model.session.records.get('idea', id)?.colour !== colour) {
      send(model, { type: 'recolourIdea', id, colour });
    }
  }
}

function taken({ places }: Model): (rect: { x: number; y: number; width: number; height: number }) => boolean {
  return (rect) => places.grid.within(rect).some((id) => intersects(places.grid.get(id) ?? rect, rect));
}

/** Where an idea goes that was not put anywhere: in the free place that is nearest to the middle of what there is, so that whoever looks at that sees it too. */
function nextFreePlace(model: Model): Point {
  const { places } = model;
  const around = bounds([...places.grid.entries(), ...places.boxes.entries()].map(([, rect]) => rect));
  return (
    ownColumn(model) ??
    (around === null ? { x: 0, y: 0 } : freeNear(centre(around), (rect) => places.within(rect).length > 0))
  );
}

/** Cards beside one another in a person's own column, and columns beside one another. */
const ACROSS = 3;
const COLUMNS = 8;

/**
 * While a step hides what others write, nobody sees where there is room. Each person then writes in a column of their own, so that nothing lies on top of
 * something else when all of it is shown. Null in other steps.
 */
function ownColumn(model: Model): Point | null {
  const { me, records } = model.session;
  if (!hides(stepNow(records.get('agenda', 'agenda')))) {
    return null;
  }
  const at = Math.max(0, [...records.ids('person')].sort().indexOf(me.get()?.participant ?? ''));
  const [wide, high] = [CARD_WIDTH + CARD_GAP, CARD_HEIGHT + CARD_GAP];
  const left = (at % COLUMNS) * (ACROSS * wide + 2 * CARD_GAP);
  const top = Math.floor(at / COLUMNS) * 12 * high;
  for (let n = 0; ; n++) {
    const place = { x: left + (n % ACROSS) * wide, y: top + Math.floor(n / ACROSS) * high };
    if (model.places.grid.within({ ...place, width: CARD_WIDTH - 4, height: CARD_HEIGHT - 4 }).length === 0) {
      return place;
    }
  }
}
