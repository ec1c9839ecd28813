import type { Unsubscribe } from '../../sync';
import { type Camera, fitted, type Insets, panned, panToShow, zoomedAt, zoomStep } from '../canvas/camera';
import { bounds, grow, type Rect } from '../canvas/geometry';
import type { Model } from './model';

/** How much of the canvas's right side drawer and console cover, the free room on both sides of them included (aside.css, console/panel.css). */
const DRAWER_WIDTH = 376;
const CONSOLE_WIDTH = 400;

/** What the chrome covers on each side of the canvas, in pixels. */
export function insets({ ui }: Model): Insets {
  const narrow = ui.size.get().width <= 760;
  return narrow
    ? { left: 16, top: 24, right: 16, bottom: 88 }
    : { left: 92, top: 48, right: ui.console.get() ? CONSOLE_WIDTH : ui.drawer.get() ? DRAWER_WIDTH : 32, bottom: 80 };
}

/** One step nearer (+1) or further away (−1), at the middle of the canvas. */
export function zoomBy(model: Model, way: 1 | -1): void {
  zoomTo(model, zoomStep(model.ui.camera.get().zoom, way));
}

/** A given zoom, at the middle of the canvas. */
export function zoomTo({ ui }: Model, zoom: number): void {
  const { width, height } = ui.size.get();
  ui.camera.set(zoomedAt(ui.camera.get(), { x: width / 2, y: height / 2 }, zoom));
}

/** Shows everything on the board; an empty board is shown at 100 % with its origin in the middle. */
export function fitAll(model: Model): void {
  show(model, everything(model) ?? { x: -100, y: -60, width: 200, height: 120 });
}

function show(model: Model, rect: Rect): void {
  const camera = cameraFor(model, rect);
  model.ui.fit = { rect, camera };
  glide(model, camera);
}

/** Around all that lies on the board; null where nothing does. */
function everything({ places: { grid, boxes }, session: { records } }: Model): Rect | null {
  const rects = [...grid.entries(), ...boxes.entries()].map(([, rect]) => rect);
  // Titles of groups and frames stand above their boxes.
  const titled = [...records.all('group'), ...records.all('frame')];
  rects.push(...titled.map(({ x, y, width }) => ({ x, y: y - 20, width, height: 20 })));
  return bounds(rects);
}

/**
 * Shows everything as soon as the board is there, and again whenever the words of a step, a vote's bar or the console take room
 * from the canvas or give it back: until somebody moves the view themselves, and not under the hand of somebody who drags or writes.
 */
export function fitUntilMoved(model: Model): Unsubscribe {
  const { ui, session } = model;
  let begun = false;
  const begin = (): void => {
    if (!begun && ui.size.get().width > 0 && session.records.get('board', 'board') !== undefined) {
      begun = true;
      fitAll(model);
    }
  };
  const again = (): void => (begun ? fitAgain(model) : begin());
  begin();
  const ends = [
    ui.size.subscribe(again),
    ui.console.subscribe(again),
    session.records.subscribe('board', 'board', begin),
  ];
  return () => {
    for (const end of ends) {
      end();
    }
  };
}

/** Shows what was shown in the room that there is now; all of the board where that is more than fits beside it. */
function fitAgain(model: Model): void {
  const { ui } = model;
  const moved = ui.fit === null || !isSame(ui.fit.camera, goal ?? ui.camera.get());
  if (ui.fit === null || moved || ui.busy.get() || ui.editing.get() !== '') {
    return;
  }
  const all = everything(model) ?? ui.fit.rect;
  const { x, y } = panToShow(cameraFor(model, ui.fit.rect), all, ui.size.get(), insets(model));
  show(model, x === 0 && y === 0 ? ui.fit.rect : all);
}

/** Shows all of the selection; everything when nothing is selected. */
export function fitSelection(model: Model): void {
  const around = bounds([...model.ui.selection.get()].flatMap((id) => model.places.any(id) ?? []));
  if (around) {
    glide(model, cameraFor(model, grow(around, 40)));
  } else {
    fitAll(model);
  }
}

/** The camera that shows all of a part of the board where nothing covers it. */
function cameraFor(model: Model, rect: Rect): Camera {
  return fitted(rect, model.ui.size.get(), insets(model));
}

/** Selects an idea and brings it on screen, near enough to be read. */
export function visit(model: Model, id: string): void {
  const rect = model.places.idea(id);
  if (!rect) {
    return;
  }
  const { ui } = model;
  ui.select([id]);
  ui.focused.set(id);
  if (ui.camera.get().zoom < READABLE_ZOOM) {
    glide(model, fitted(grow(rect, 160), ui.size.get(), insets(model)));
  } else {
    reveal(model, rect);
  }
}

/** Titles can be read from this zoom on. */
const READABLE_ZOOM = 0.5;

/** Pans just as far as it needs to have something on screen. */
export function reveal(model: Model, rect: Rect): void {
  const camera = model.ui.camera.get();
  const by = panToShow(camera, rect, model.ui.size.get(), insets(model));
  if (by.x !== 0 || by.y !== 0) {
    glide(model, panned(camera, by.x, by.y));
  }
}

const GLIDE_MS = 180;
let gliding = 0;
let goal: Camera | null = null;

/** Moves the camera there in a short glide, which goes on when it is asked for again; at once where people asked for less motion. */
export function glide({ ui }: Pick<Model, 'ui'>, to: Camera): void {
  const from = ui.camera.get();
  if (goal !== null && isSame(goal, to)) {
    return;
  }
  cancelAnimationFrame(gliding);
  goal = null;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || from.zoom <= 0 || document.hidden) {
    ui.camera.set(to);
    return;
  }
  goal = to;
  const start = performance.now();
  let last = from;
  const frame = (now: number): void => {
    if (ui.camera.get() !== last && now !== start) {
      goal = null;
      return;
    }
    const part = Math.min(1, Math.max(0, (now - start) / GLIDE_MS));
    const eased = 1 - (1 - part) ** 3;
    const mix = (a: number, b: number): number => a + (b - a) * eased;
    last = part === 1 ? to : { x: mix(from.x, to.x), y: mix(from.y, to.y), zoom: mix(from.zoom, to.zoom) };
    ui.camera.set(last);
    if (part < 1) {
      gliding = requestAnimationFrame(frame);
    } else {
      goal = null;
    }
  };
  gliding = requestAnimationFrame(frame);
}

function isSame(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom;
}
