import { useEffect, useState } from 'react';
import { perFrame } from '../../ui/cell';
import type { RecordKind } from '../../wire';
import { MOST_LIFTED } from '../model/drags';
import { type Model, useModel } from '../model/model';
import type { Boxed } from '../model/places';
import { viewport } from './camera';
import { centre, contains, grow, intersects, type Rect } from './geometry';

/** What of the board has to be drawn: ids in drawing order. */
export interface Visible {
  readonly ideas: readonly string[];
  readonly groups: readonly string[];
  readonly connectors: readonly string[];
  readonly frames: readonly string[];
  readonly notes: readonly string[];
  readonly images: readonly string[];
  readonly stamps: readonly string[];
}

/** More cards than this are painted (see painting/): elements that many would not move smoothly. */
const MOST_CARDS = 240;

/** More things of one of the other kinds on screen than this are painted too. */
const MOST: Readonly<Record<Boxed, number>> = { group: 120, frame: 120, note: 200, image: 200, stamp: 200 };

/** So many cards are made in one frame; the painting stands in for the others until they are there. */
const CARDS_PER_FRAME = 28;

const nothing: Visible = { ideas: [], groups: [], connectors: [], frames: [], notes: [], images: [], stamps: [] };

/** The kind of records that each list is of. */
const kinds = {
  ideas: 'idea',
  groups: 'group',
  connectors: 'connector',
  frames: 'frame',
  notes: 'note',
  images: 'image',
  stamps: 'stamp',
} as const satisfies Record<keyof Visible, RecordKind>;

/** Ids of what lies on screen or just beside it; the same lists while nothing enters or leaves. */
export function useVisible(kind: keyof Visible): readonly string[] {
  const model = useModel();
  const [ids, setIds] = useState<readonly string[]>(nothing[kind]);
  useEffect(() => {
    let covered: Rect | null = null;
    let shown = nothing[kind];
    const update = (): void => {
      covered = regionOf(model);
      const now = covered === null ? nothing[kind] : looks[kind](model, covered, shown, ask);
      if (!same(shown, now)) {
        shown = now;
        setIds(now);
      }
    };
    const { ask, stop } = perFrame(update);
    const cameraMoved = (): void => {
      const screen = viewport(model.ui.camera.get(), model.ui.size.get());
      if (covered && isWithin(screen, covered) && covered.width <= screen.width * 4) {
        return;
      }
      if (!model.ui.zooming.get()) {
        ask();
      } else if (kind === 'ideas' && places.grid.size > 0) {
        ui.overview.set(true);
      }
    };
    const { ui, places, session } = model;
    let dragged = places.allDragged();
    const taken = (): void => {
      if (places.allDragged() !== dragged) {
        dragged = places.allDragged();
        ask();
      }
    };
    update();
    const ends = [
      ui.camera.subscribe(cameraMoved),
      ui.size.subscribe(ask),
      ui.zooming.subscribe(ask),
      ui.focused.subscribe(update),
      ui.editing.subscribe(update),
      ui.overview.subscribe(ask),
      ui.selection.subscribe(ask),
      places.watchDrags(taken),
      kind === 'ideas' || kind === 'connectors' ? places.watchAll(ask) : session.records.subscribeAll(kinds[kind], ask),
      session.records.subscribeIds(kinds[kind], ask),
    ];
    return () => {
      stop();
      for (const end of ends) {
        end();
      }
    };
  }, [model, kind]);
  return ids;
}

/** The part of the board that is drawn: what is on screen and half as much around it, so that panning does not show gaps. */
function regionOf({ ui }: Model): Rect | null {
  const size = ui.size.get();
  if (size.width === 0) {
    return null;
  }
  const shown = viewport(ui.camera.get(), size);
  return grow(shown, Math.max(shown.width, shown.height) * 0.3);
}

type Look = (model: Model, region: Rect, before: readonly string[], again: () => void) => readonly string[];

const looks: Readonly<Record<keyof Visible, Look>> = {
  ideas: (model, region, before, again) => {
    const { ui, places } = model;
    if (ui.zooming.get() && before.length > 0) {
      return before.filter((id) => places.grid.get(id));
    }
    const near = places.grid.within(region);
    const many = near.length > MOST_CARDS;
    const wanted = new Set(many ? [] : near);
    for (const id of [ui.focused.get(), ui.editing.get(), ...someDragged(model)]) {
      if (places.grid.get(id)) {
        wanted.add(id);
      }
    }
    const [first] = near;
    if (wanted.size === 0 && first !== undefined) {
      // The Tab key always leads to some idea; from there arrows go on.
      wanted.add(first);
    }
    const made = inSteps(model, wanted, before, viewport(ui.camera.get(), ui.size.get()));
    ui.overview.set(many || made.length < wanted.size);
    if (made.length < wanted.size) {
      again();
    }
    return made;
  },
  groups: near('group'),
  connectors: ({ ui, places, session: { records } }, region) =>
    ui.overview.get()
      ? nothing.connectors
      : records.all('connector').flatMap(({ id, from, to }) => {
          const a = places.any(from);
          const b = places.any(to);
          return a && b && intersects(around(a, b), region) ? id : [];
        }),
  frames: near('frame'),
  notes: near('note'),
  images: near('image'),
  stamps: near('stamp'),
};

/** What lies there of a kind; of too many, only what this person works with, while the painting shows the others. What the keyboard is on is always there. */
function near(kind: Boxed): Look {
  return ({ ui, places, session: { records } }, region) => {
    const focused = ui.focused.get();
    const found = records.ids(kind).filter((id) => id === focused || intersects(places.any(id) ?? region, region));
    ui.paint(kind, found.length > MOST[kind]);
    if (found.length <= MOST[kind]) {
      return found;
    }
    const selection = ui.selection.get();
    const few = selection.size <= MOST_LIFTED && places.lifted() === undefined;
    return found.filter(
      (id) => id === focused || ui.editing.get() === id || (few && (selection.has(id) || places.isDragged(id))),
    );
  };
}

/** What is being dragged has elements of its own, as long as it is not too much. */
function someDragged({ places }: Model): readonly string[] {
  return places.lifted() ? [] : [...places.allDragged()].slice(0, MOST_LIFTED);
}

/** The wanted cards that are made already, and as many more as one frame may make: the nearest to the middle first. */
function inSteps(
  { places, session }: Model,
  wanted: ReadonlySet<string>,
  before: readonly string[],
  screen: Rect,
): readonly string[] {
  const there = new Set(before);
  const kept = [...wanted].filter((id) => there.has(id));
  const missing = [...wanted].filter((id) => !there.has(id));
  if (missing.length > CARDS_PER_FRAME) {
    const middle = centre(screen);
    const distance = (id: string): number => {
      const at = centre(places.grid.get(id) ?? screen);
      return Math.abs(at.x - middle.x) + Math.abs(at.y - middle.y);
    };
    missing.sort((a, b) => distance(a) - distance(b));
  }
  const order = (id: string): number => session.records.get('idea', id)?.order ?? 0;
  return [...kept, ...missing.slice(0, CARDS_PER_FRAME)].sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
}

function around(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return contains(outer, inner) && contains(outer, { x: inner.x + inner.width, y: inner.y + inner.height });
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}
