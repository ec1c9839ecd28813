import type { Unsubscribe } from '../../../sync';
import { perFrame } from '../../../ui/cell';
import { theme } from '../../../ui/settings';
import type { IdeaRecord } from '../../../wire';
import type { Model } from '../../model/model';
import { panned } from '../camera';
import { CARD_HEIGHT, CARD_WIDTH, grow, type Rect } from '../geometry';
import { painter } from './paint';
import { Tiles } from './tiles';

/** How many tiles one frame may paint, while the camera moves and while it rests. */
const TILES_MOVING = 1;
const TILES_RESTING = 2;

/** More spoiled ideas than this are not told apart: everything is painted anew. */
const MOST_SPOILED = 500;

/** How far an idea's selection reaches beyond it, in board units, at the smallest zoom. */
const REACH = 60;

/**
 * Keeps the painted board true, as long as it is wanted: in one layer what lies still, in another what this person is dragging
 * when that is too much to be moved card by card.
 */
export function paintBoard(model: Model, host: HTMLElement): Unsubscribe {
  const { ui, places, session } = model;
  const [stillHost, movingHost] = [document.createElement('div'), document.createElement('div')];
  host.append(stillHost, movingHost);
  const stands = ({ id }: IdeaRecord): boolean => ui.found.get()?.has(id) ?? true;
  const stillPainter = painter(model, host, { shows: (id) => !places.isDragged(id), stands, withGround: true });
  const movingPainter = painter(model, host, {
    shows: (id) => places.lifted()?.ids.has(id) ?? false,
    stands,
    withGround: false,
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
    if (ui.overview.get()) {
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
    ui.overview.subscribe(ask),
    ui.zooming.subscribe(ask),
    ui.selection.subscribe(ask),
    theme.subscribe(anew),
    ui.found.subscribe(anew),
    session.records.subscribeAll('idea', ask),
    session.records.subscribeAll('group', anew),
    session.records.subscribeAll('connector', anew),
    ui.groupsPainted.subscribe(anew),
  ];
  return () => {
    stop();
    dark.removeEventListener('change', anew);
    for (const end of ends) {
      end();
    }
    still.clear();
    moving.clear();
    host.replaceChildren();
  };
}

/** Spoils the tiles of whatever looks otherwise than when this was called before. */
function spoiler({ ui, places, session }: Model, tiles: Tiles): () => void {
  let ideas: readonly IdeaRecord[] = [];
  let known = new Map<string, IdeaRecord>();
  let selection = ui.selection.get();
  let dragged: ReadonlySet<string> = new Set();
  return () => {
    const spoiled: Rect[] = [];
    const now = session.records.all('idea');
    if (now !== ideas) {
      ideas = now;
      known = compare(known, now, spoiled);
    }
    const touched = [...differing(selection, ui.selection.get()), ...differing(dragged, places.allDragged())];
    selection = ui.selection.get();
    dragged = places.allDragged();
    for (const id of touched) {
      const rect = places.grid.get(id);
      if (rect) {
        spoiled.push(rect);
      }
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

/** Notes where ideas were and are that came, went or changed; answers the ideas by id as they are now. */
function compare(
  known: ReadonlyMap<string, IdeaRecord>,
  now: readonly IdeaRecord[],
  spoiled: Rect[],
): Map<string, IdeaRecord> {
  const next = new Map<string, IdeaRecord>();
  for (const idea of now) {
    const before = known.get(idea.id);
    if (before !== idea) {
      spoiled.push(boxOf(idea), ...(before ? [boxOf(before)] : []));
    }
    next.set(idea.id, idea);
  }
  for (const [id, idea] of known) {
    if (!next.has(id)) {
      spoiled.push(boxOf(idea));
    }
  }
  return next;
}

function boxOf({ x, y }: IdeaRecord): Rect {
  return { x, y, width: CARD_WIDTH, height: CARD_HEIGHT };
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
