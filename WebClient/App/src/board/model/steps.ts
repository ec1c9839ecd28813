import { toScreen } from '../canvas/camera';
import { type Direction, nearestTowards, step } from '../canvas/geometry';
import type { Model } from './model';
import { movable, moveThings } from './things';
import { reveal } from './view';

/** Moves what is selected by some units. */
export function nudge(model: Model, way: Direction, by: number): void {
  const { x, y } = step(way);
  moveThings(model, movable(model), x * by, y * by);
}

/** Goes from the idea in focus to the nearest one that way. */
export function focusNext(model: Model, way: Direction, selects: boolean): void {
  const { ui, places } = model;
  const from = ui.focused.get();
  const rect = places.idea(from);
  const others = [...places.grid.entries()].flatMap(([id, other]) => (id === from ? [] : [{ id, rect: other }]));
  const next = rect ? nearestTowards(rect, way, others) : others[0];
  if (!next) {
    return;
  }
  ui.focused.set(next.id);
  if (selects) {
    ui.select([next.id]);
  }
  reveal(model, next.rect);
  requestAnimationFrame(() => focusCard(next.id));
}

/** Puts the keyboard on a card that is drawn. */
export function focusCard(id: string): void {
  document.querySelector<HTMLElement>(`[data-idea="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
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
