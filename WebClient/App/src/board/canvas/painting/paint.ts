import type { Measure } from '../../../exchange/wrap';
import { findThing, type Thing } from '../../../sync/things';
import { COLOURS } from '../../../ui/cues';
import type { Colour, IdeaRecord } from '../../../wire';
import { textStep } from '../../cards/textStep';
import type { Model } from '../../model/model';
import type { Boxed } from '../../model/places';
import type { BoardUi } from '../../model/ui';
import { curveBetween } from '../curve';
import { grow, intersects, type Rect } from '../geometry';
import { linesOf, measured } from './lines';
import { paintObject } from './objects';
import type { SmallPictures } from './pictures';
import type { Paint } from './tiles';

/** From which zoom on titles are written, and from which on lines stand for them. */
export const WORDS_ZOOM = 0.16;
export const BARS_ZOOM = 0.07;

/** From which zoom on corners are seen to be round. */
const ROUND_ZOOM = 0.3;

/** Size and height of a line of each text step, as card.css has them for the middle distance, and how many lines fit. */
const steps = {
  1: { size: 23, line: 28.75, most: 3 },
  2: { size: 19.5, line: 22.425, most: 4 },
  3: { size: 17, line: 20.4, most: 4 },
  4: { size: 15, line: 18, most: 5 },
} as const;

const PADDING = 14;

export interface Look {
  readonly cards: ReadonlyMap<Colour, string>;
  readonly ink: string;
  readonly quiet: string;
  readonly cardInk: string;
  readonly accent: string;
  readonly line: string;
  readonly surface: string;
  readonly font: string;
  readonly measure: Measure;
}

/** Which things a painting shows, and how strongly. */
export interface Choice {
  /** Whether it is in this painting at all. */
  shows(id: string): boolean;
  /** Whether it is as it should be seen, not faded by a filter. */
  stands(idea: IdeaRecord): boolean;
  /** Whether arrows are painted too. */
  readonly withArrows: boolean;
}

/** Paints the board as it looks from afar: the smaller things are, the less of them. */
export function painter(
  model: Model,
  host: HTMLElement,
  pictures: Pick<SmallPictures, 'get'>,
  choice: Choice,
): { paint: Paint; look: () => void } {
  let look: Look | null = null;
  const paint: Paint = (pen, region, zoom) => {
    look ??= readLook(host, pen);
    const { ui, places, session } = model;
    const view: View = { pen, zoom, look, pictures, selection: ui.selection.get() };
    paintAreas(model, view, region, choice);
    if (choice.withArrows && ui.overview.get()) {
      paintArrows(model, pen, region, zoom, look);
    }
    const pile = places
      .within(grow(region, edgeOf(view)))
      .flatMap((id) => (choice.shows(id) ? (findThing(session.records, id) ?? []) : []))
      .filter((thing) => (thing.kind === 'idea' ? ui.overview.get() : isPainted(ui, thing.kind)))
      .sort((one, other) => one.record.order - other.record.order);
    for (const thing of pile) {
      paintThing(model, view, thing, choice);
    }
    pen.globalAlpha = 1;
  };
  return {
    paint,
    look: () => {
      look = null;
    },
  };
}

/** What is being painted with, and how. */
export interface View {
  readonly pen: CanvasRenderingContext2D;
  readonly zoom: number;
  readonly look: Look;
  readonly pictures: Pick<SmallPictures, 'get'>;
  readonly selection: ReadonlySet<string>;
}

function isPainted(ui: BoardUi, kind: string): boolean {
  return ui.painted.get().has(kind as Boxed);
}

/** How wide the ring around something selected is, in board units. */
function edgeOf({ zoom }: Pick<View, 'zoom'>): number {
  return Math.max(4, 2.5 / zoom);
}

function readLook(host: HTMLElement, pen: CanvasRenderingContext2D): Look {
  const style = getComputedStyle(host);
  const token = (name: string): string => style.getPropertyValue(name);
  const family = style.fontFamily;
  return {
    cards: new Map(COLOURS.map((colour) => [colour, token(`--card-${colour}`)])),
    ink: token('--ink'),
    quiet: token('--surface-2'),
    cardInk: token('--card-ink'),
    accent: token('--accent'),
    line: token('--line-strong'),
    surface: token('--surface'),
    font: family,
    measure: measured(pen, `560 100px ${family}`),
  };
}

/** Groups and frames, larger ones first, as they lie under one another. */
function paintAreas({ ui, places, session }: Model, view: View, region: Rect, choice: Choice): void {
  const { pen, zoom, look, selection } = view;
  const size = Math.min(120, 14 / zoom);
  for (const kind of (['frame', 'group'] as const).filter((each) => ui.painted.get().has(each))) {
    for (const area of session.records.all(kind)) {
      const box = places.boxes.get(area.id) ?? area;
      if (choice.shows(area.id) && intersects(grow(box, size * 2), region)) {
        pen.lineWidth = 1.2 / zoom;
        pen.strokeStyle = selection.has(area.id) ? look.accent : look.line;
        pen.fillStyle = look.surface;
        pen.globalAlpha = 0.5;
        pen.beginPath();
        pen.roundRect(box.x, box.y, box.width, box.height, kind === 'group' ? 20 : 4);
        pen.fill();
        pen.globalAlpha = 1;
        pen.stroke();
        if (size * zoom >= 8) {
          writeAreaTitle(view, area.title, box, size);
        }
      }
    }
  }
}

/** Titles of groups and frames stay readable from afar, as long as they fit over their box. */
function writeAreaTitle({ pen, look }: View, words: string, box: Rect, size: number): void {
  const [title = ''] = linesOf(words, Math.max(1, Math.floor((box.width - 24) / size)), 1, look.measure);
  pen.font = `620 ${size}px ${look.font}`;
  pen.fillStyle = look.ink;
  pen.textBaseline = 'alphabetic';
  pen.fillText(title, box.x + 12, box.y - size * 0.4);
}

function paintArrows(model: Model, pen: CanvasRenderingContext2D, region: Rect, zoom: number, look: Look): void {
  const { places, session } = model;
  pen.strokeStyle = look.line;
  pen.lineWidth = Math.max(2.2, 1 / zoom);
  for (const { from, to } of session.records.all('connector')) {
    const a = places.any(from);
    const b = places.any(to);
    if (a && b && (intersects(a, region) || intersects(b, region) || intersects(spanOf(a, b), region))) {
      pen.stroke(new Path2D(curveBetween(a, b).path));
    }
  }
}

function spanOf(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  return { x, y, width, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

function paintThing({ places }: Model, view: View, thing: Thing, choice: Choice): void {
  const { pen, zoom, look, selection } = view;
  const { id } = thing.record;
  const rect = places.grid.get(id) ?? places.boxes.get(id);
  if (rect === undefined) {
    return;
  }
  const radius = zoom > ROUND_ZOOM ? 8 : 0;
  pen.globalAlpha = thing.kind === 'idea' && !choice.stands(thing.record) ? 0.25 : 1;
  if (selection.has(id)) {
    const edge = edgeOf(view);
    pen.fillStyle = look.accent;
    fillBox(pen, grow(rect, edge), radius && radius + edge);
  }
  if (thing.kind === 'idea') {
    pen.fillStyle = look.cards.get(thing.record.colour) ?? look.surface;
    fillBox(pen, rect, radius);
    if (choice.stands(thing.record)) {
      writeTitle(pen, thing.record, rect, zoom, look);
      writeDots(pen, thing.record, rect, zoom, look);
    }
  } else {
    paintObject(view, thing, rect);
  }
}

export function fillBox(pen: CanvasRenderingContext2D, box: Rect, radius: number): void {
  if (radius === 0) {
    pen.fillRect(box.x, box.y, box.width, box.height);
  } else {
    pen.beginPath();
    pen.roundRect(box.x, box.y, box.width, box.height, radius);
    pen.fill();
  }
}

function writeTitle(pen: CanvasRenderingContext2D, idea: IdeaRecord, rect: Rect, zoom: number, look: Look): void {
  if (zoom < BARS_ZOOM || idea.title === '') {
    return;
  }
  const { size, line, most } = steps[textStep(idea.title)];
  const lines = linesOf(idea.title, Math.floor(((rect.width - 2 * PADDING) / size) * 10) / 10, most, look.measure);
  pen.fillStyle = look.cardInk;
  if (zoom < WORDS_ZOOM) {
    pen.globalAlpha *= 0.35;
    lines.forEach((text, at) => {
      const width = Math.min(rect.width - 2 * PADDING, text.length * size * 0.5);
      pen.fillRect(rect.x + PADDING, rect.y + PADDING + at * line + size * 0.3, width, size * 0.5);
    });
    return;
  }
  pen.font = `560 ${size}px ${look.font}`;
  pen.textBaseline = 'alphabetic';
  lines.forEach((text, at) => {
    pen.fillText(text, rect.x + PADDING, rect.y + PADDING + at * line + size * 0.98);
  });
}

function writeDots(pen: CanvasRenderingContext2D, { votes }: IdeaRecord, rect: Rect, zoom: number, look: Look): void {
  if (votes > 0 && zoom >= WORDS_ZOOM) {
    pen.font = `650 20px ${look.font}`;
    pen.textAlign = 'right';
    pen.fillText(String(votes), rect.x + rect.width - PADDING, rect.y + rect.height - PADDING);
    pen.textAlign = 'left';
  }
}
