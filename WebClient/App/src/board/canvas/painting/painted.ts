import type { Unsubscribe } from '../../../sync';
import { perFrame } from '../../../ui/cell';
import { theme } from '../../../ui/settings';
import type { IdeaRecord } from '../../../wire';
import type { Model } from '../../model/model';
import { type Boxed, boxed } from '../../model/places';
import { panned } from '../camera';
import { grow, type Rect } from '../geometry';
import { painter } from './paint';
import { makeSmall, SmallPictures } from './pictures';
import { Tiles } from './tiles';

/** How many tiles one frame may paint, while the camera moves and while it rests. */
const TILES_MOVING = 1;
const TILES_RESTING = 2;

/** More spoiled ideas than this are not told apart: everything is painted anew. */
const MOST_SPOILED = 500;

/** How far a selection's ring and a title reach beyond a thing, in board units, at the smallest zoom. */
const REACH = 140;

/**
 * Keeps the painted board true, as long as it is wanted: in one layer what lies still, in another what this person is dragging
 * when that is too much to be moved card by card.
 */
export function paintBoard(model: Model, host: HTMLElement): Unsubscribe {
  const { ui, places, session } = model;
  const [stillHost, movingHost] = [document.createElement('div'), document.createElement('div')];
  host.append(stillHost, movingHost);
  const stands = ({ id }: IdeaRecord): boolean => ui.found.get()?.has(id) ?? true;
  const pictures = new SmallPictures(
    (file) => makeSmall(session.fileAddress(file), session.records.get('file', file)),
    (files) => shown(files),
  );
  const stillPainter = painter(model, host, pictures, {
    shows: (id) => !places.isDragged(id),
    stands,
    withArrows: true,
  });
  const movingPainter = painter(model, host, pictures, {
    shows: (id) => places.lifted()?.ids.has(id) ?? false,
    stands,
    withArrows: false,
  });
  const still = new Tiles(stillHost, stillPainter.paint);
  const moving = new Tiles(movingHost, movingPainter.paint);
  const spoil = spoiler(model, still);

  const follow = (): void => {
    const camera = ui.camera.get();
    const lifted = places.lifted();
    still.follow(camera);
    moving.follow(lifted ? panned(camera, lifted.dx * camera.zoom, lifted.dy * camera.zoom) : camera);
  };
  let lastCamera = ui.camera.get();
  const frame = (): void => {
    const camera = ui.camera.get();
    const size = ui.size.get();
    const rested = !ui.zooming.get();
    const most = camera === lastCamera ? TILES_RESTING : TILES_MOVING;
    lastCamera = camera;
    const lifted = places.lifted();
    let left = false;
    if (ui.overview.get() || ui.painted.get().size > 0) {
      spoil();
      left = still.work(camera, size, rested, most);
    } else {
      still.clear();
    }
    if (lifted) {
      const shifted = panned(camera, lifted.dx * camera.zoom, lifted.dy * camera.zoom);
      left = moving.work(shifted, size, rested, most) || left;
    } else {
      moving.clear();
    }
    follow();
    if (left) {
      ask();
    }
  };
  const { ask, stop } = perFrame(frame);
  const anew = (): void => {
    stillPainter.look();
    movingPainter.look();
    still.spoil(null);
    moving.spoil(null);
    ask();
  };
  const shown = (files: ReadonlySet<string>): void => {
    for (const image of session.records.all('image').filter(({ file }) => files.has(file))) {
      still.spoil(places.boxes.get(image.id) ?? image);
    }
    moving.spoil(null);
    ask();
  };
  const moved = (): void => {
    follow();
    ask();
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', anew);
  void document.fonts.ready.then(anew);
  ask();
  const ends = [
    ui.camera.subscribe(moved),
    places.watchDrags(moved),
    ui.size.subscribe(ask),
    ui.zooming.subscribe(ask),
    ui.selection.subscribe(ask),
    theme.subscribe(anew),
    ui.found.subscribe(anew),
    session.records.subscribeAll('idea', ask),
    ...boxed.map((kind) => session.records.subscribeAll(kind, ask)),
    session.records.subscribeAll('connector', anew),
    ui.painted.subscribe(anew),
    ui.overview.subscribe(anew),
  ];
  return () => {
    stop();
    dark.removeEventListener('change', anew);
    for (const end of ends) {
      end();
    }
    pictures.end();
    still.clear();
    moving.clear();
    host.replaceChildren();
  };
}

/** Spoils the tiles of whatever looks otherwise than when this was called before. */
function spoiler(model: Model, tiles: Tiles): () => void {
  const { ui, places } = model;
  const kinds = (['idea', ...boxed] as const).map((kind) => changesOf(model, kind));
  let selection = ui.selection.get();
  let dragged: ReadonlySet<string> = new Set();
  return () => {
    const spoiled: Rect[] = kinds.flatMap((changes) => changes());
    const touched = [...differing(selection, ui.selection.get()), ...differing(dragged, places.allDragged())];
    selection = ui.selection.get();
    dragged = places.allDragged();
    for (const id of touched) {
      const rect = places.grid.get(id) ?? places.boxes.get(id);
      spoiled.push(...(rect ? [rect] : []));
    }
    if (spoiled.length > MOST_SPOILED) {
      tiles.spoil(null);
    } else {
      for (const rect of spoiled) {
        tiles.spoil(grow(rect, REACH));
      }
    }
  };
}

/** Where things of a kind were and are that came, went or changed since this was asked last; nothing while the kind is not painted. */
function changesOf({ ui, places, session }: Model, kind: 'idea' | Boxed): () => readonly Rect[] {
  let records: readonly { readonly id: string }[] = [];
  let known = new Map<string, { readonly record: object; readonly rect: Rect }>();
  return () => {
    const now: readonly { readonly id: string }[] = session.records.all(kind);
    const isPainted = kind === 'idea' ? ui.overview.get() : ui.painted.get().has(kind);
    if (now === records || !isPainted) {
      return [];
    }
    records = now;
    const spoiled: Rect[] = [];
    const next = new Map<string, { readonly record: object; readonly rect: Rect }>();
    for (const record of now) {
      const before = known.get(record.id);
      const kept = before?.record === record ? before : undefined;
      const rect = kept?.rect ?? places.grid.get(record.id) ?? places.boxes.get(record.id);
      if (rect !== undefined) {
        next.set(record.id, kept ?? { record, rect });
        spoiled.push(...(kept ? [] : [rect]), ...(before && !kept ? [before.rect] : []));
      }
    }
    for (const [id, { rect }] of known) {
      if (!next.has(id)) {
        spoiled.push(rect);
      }
    }
    known = next;
    return spoiled;
  };
}

/** What is in one of the sets but not in the other. */
function* differing(one: ReadonlySet<string>, other: ReadonlySet<string>): Iterable<string> {
  if (one !== other) {
    for (const id of one) {
      if (!other.has(id)) {
        yield id;
      }
    }
    for (const id of other) {
      if (!one.has(id)) {
        yield id;
      }
    }
  }
}
