import { toScreen } from '../canvas/camera';
import { type Direction, nearestTowards, type Rect, step } from '../canvas/geometry';
import type { Model } from './model';
import { movable, moveThings } from './things';
import { reveal } from './view';

/** Moves what is selected by some units. */
export function nudge(model: Model, way: Direction, by: number): void {
  const { x, y } = step(way);
  moveThings(model, movable(model), x * by, y * by);
}

/** Goes from the thing in focus to the nearest one that way; from none to any. */
export function focusNext(model: Model, way: Direction, selects: boolean): void {
  const { ui, places } = model;
  const from = ui.focused.get();
  const others: { readonly id: string; readonly rect: Rect }[] = [];
  for (const [id] of [...places.grid.entries(), ...places.boxes.entries()]) {
    const rect = id === from ? undefined : stopOf(model, id);
    if (rect) {
      others.push({ id, rect });
    }
  }
  const start = stopOf(model, from);
  const next = start ? nearestTowards(start, way, others) : others[0];
  if (!next) {
    return;
  }
  ui.focused.set(next.id);
  if (selects) {
    ui.select([next.id]);
  }
  reveal(model, next.rect);
  requestAnimationFrame(() => focusThing(next.id));
}

/** What has a title around other things is walked to at its title: its middle is where the others are. */
const TITLE = { width: 240, height: 32 };

function stopOf({ places, session: { records } }: Model, id: string): Rect | undefined {
  const rect = places.any(id);
  const isArea = records.get('group', id) !== undefined || records.get('frame', id) !== undefined;
  return rect && isArea ? { ...rect, width: Math.min(rect.width, TITLE.width), height: TITLE.height } : rect;
}

/** Puts the keyboard on a thing that is drawn. */
export function focusThing(id: string): void {
  const name = CSS.escape(id);
  const named = ['idea', 'thing', 'group'].map((kind) => `[data-${kind}="${name}"][tabindex]`);
  document.querySelector<HTMLElement>(named.join())?.focus({ preventScroll: true });
}

/** Opens the menu of an idea or group, at its corner. */
export function openMenu(model: Model, id: string): void {
  const rect = model.places.any(id);
  if (rect) {
    if (!model.ui.selection.get().has(id)) {
      model.ui.select([id]);
    }
    model.ui.menu.set(toScreen(model.ui.camera.get(), { x: rect.x + 24, y: rect.y + 24 }));
  }
}
