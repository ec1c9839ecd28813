import { useEffect, useState } from 'react';
import { perFrame } from '../../ui/cell';
import { type Model, useModel } from '../model/model';
import { viewport } from './camera';
import { contains, grow, intersects, type Rect } from './geometry';

/** What of the board has to be drawn: ids in drawing order. */
export interface Visible {
  readonly ideas: readonly string[];
  readonly groups: readonly string[];
  readonly connectors: readonly string[];
}

/** More cards than this are painted as one picture: they are too small to be read then anyway. */
const MOST_CARDS = 1_200;

const nothing: Visible = { ideas: [], groups: [], connectors: [] };

/** Ids of what lies on screen or just beside it; the same lists while nothing enters or leaves. */
export function useVisible(kind: keyof Visible): readonly string[] {
  const model = useModel();
  const [ids, setIds] = useState<readonly string[]>(nothing[kind]);
  useEffect(() => {
    let covered: Rect | null = null;
    const update = (): void => {
      covered = regionOf(model);
      const now = look(model, covered, kind);
      setIds((before) => (same(before, now) ? before : now));
    };
    const { ask, stop } = perFrame(update);
    const cameraMoved = (): void => {
      const shown = viewport(model.ui.camera.get(), model.ui.size.get());
      const end = { x: shown.x + shown.width, y: shown.y + shown.height };
      if (!covered || !contains(covered, shown) || !contains(covered, end) || covered.width > shown.width * 4) {
        ask();
      }
    };
    update();
    const { ui, places, session } = model;
    const ends = [
      ui.camera.subscribe(cameraMoved),
      ui.size.subscribe(ask),
      ui.focused.subscribe(update),
      ui.editing.subscribe(update),
      ui.overview.subscribe(ask),
      kind === 'groups' ? session.records.subscribeAll('group', ask) : places.watchAll(ask),
      session.records.subscribeIds(kind === 'groups' ? 'group' : kind === 'connectors' ? 'connector' : 'idea', ask),
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

function look(model: Model, region: Rect | null, kind: keyof Visible): readonly string[] {
  return region === null ? nothing[kind] : looks[kind](model, region);
}

const looks: Readonly<Record<keyof Visible, (model: Model, region: Rect) => readonly string[]>> = {
  ideas: (model, region) => {
    const { ui, places, session } = model;
    const near = places.grid.within(region);
    const many = near.length > MOST_CARDS;
    ui.overview.set(many);
    const found = new Set(many ? [] : near);
    for (const id of [ui.focused.get(), ui.editing.get(), ...places.dragged()]) {
      if (places.grid.get(id) && (!many || found.size < MOST_CARDS)) {
        found.add(id);
      }
    }
    const order = (id: string): number => session.records.get('idea', id)?.order ?? 0;
    return [...found].sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  },
  groups: ({ ui, session: { records } }, region) =>
    ui.overview.get()
      ? [...ui.selection.get()].filter((id) => records.get('group', id))
      : records.all('group').flatMap((group) => (intersects(group, region) ? group.id : [])),
  connectors: ({ ui, places, session: { records } }, region) =>
    ui.overview.get()
      ? nothing.connectors
      : records.all('connector').flatMap(({ id, from, to }) => {
          const a = places.grid.get(from);
          const b = places.grid.get(to);
          return a && b && intersects(around(a, b), region) ? id : [];
        }),
};

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

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}
