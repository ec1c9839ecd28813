import { curveBetween } from '../board/canvas/curve';
import { bounds, CARD_HEIGHT, CARD_WIDTH, cardRect, grow, type Rect } from '../board/canvas/geometry';
import { textStep } from '../board/cards/textStep';
import { listParts } from '../board/list/listParts';
import { signShapes } from '../board/objects/signs';
import type { RecordReader } from '../sync';
import { cueShapes } from '../ui/cues';
import type {
  ConnectorRecord,
  FrameRecord,
  GroupRecord,
  IdeaRecord,
  ImageRecord,
  NoteRecord,
  StampRecord,
  TextSize,
} from '../wire';
import { t } from '../words/t';
import { numbers, xml } from './markup';
import { Script, type Write } from './script';
import { type Measure, shorten, wrap } from './wrap';

/** What a picture is drawn with. */
export interface Pens {
  /** The value of a design token, for example `--card-sun`. */
  colour(token: string): string;
  /** The content of an uploaded picture as a data address; undefined when it could not be had. */
  picture(file: string): string | undefined;
  /** Measures text in the board's typeface, at a size in board units and a weight. */
  measure(size: number, weight: number): Measure;
}

/** A line of words in a picture. Places are board units from the picture's top left corner. */
export interface Line {
  readonly text: string;
  readonly x: number;
  /** Where its letters stand. */
  readonly y: number;
  readonly size: number;
  readonly width: number;
}

/** A board as a picture: an SVG document, its size in board units, and the words in it, in the order in which one reads them. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

/** Free space around everything, in board units. */
const margin = 48;

const padding = 14;
const footHeight = 30;

/** Sizes and line heights of titles, as on the cards. */
const titles = { 1: [19, 1.25], 2: [16, 1.3], 3: [14, 1.32], 4: [12.5, 1.3] } as const;

/** Sizes of the words of notes, as on the canvas. */
const noteSizes: Readonly<Record<TextSize, number>> = { small: 15, medium: 20, large: 34, huge: 64 };

/** Draws everything on the board, or what of it is in `only`. Null when there is nothing to draw. */
export function drawBoard(
  records: RecordReader,
  pens: Pens,
  style: string,
  only?: ReadonlySet<string>,
): Picture | null {
  const wanted = ({ id }: { readonly id: string }): boolean => only?.has(id) ?? true;
  const frames = records.all('frame').filter(wanted);
  const groups = records.all('group').filter(wanted);
  const ideas = records.all('idea').filter(wanted);
  const notes = records.all('note').filter(wanted);
  const images = records.all('image').filter(wanted);
  const stamps = records.all('stamp').filter(wanted);
  const boxes = new Map<string, Rect>([
    ...[...frames, ...groups, ...notes, ...images].map((sized) => [sized.id, sized] as const),
    ...ideas.map((idea) => [idea.id, cardRect(idea)] as const),
  ]);
  const around = bounds([...boxes.values(), ...stamps.map(({ x, y }) => stampRect(x, y))]);
  if (around === null) {
    return null;
  }
  const frame = grow(around, margin);
  const script = new Script(pens, frame);
  const lying = [...ideas, ...notes, ...images].sort((a, b) => a.order - b.order);
  const parts = [
    ...frames.map((one) => drawFrame(one, pens, script.of(one.id))),
    ...groups.map((group) => drawGroup(group, records, pens, script.of(group.id))),
    ...records.all('connector').map((wire) => drawWire(wire, boxes, pens, script.of(wire.id))),
    ...lying.map((thing) =>
      'colour' in thing
        ? drawCard(thing, records, pens, script.of(thing.id))
        : 'text' in thing
          ? drawNote(thing, pens, script.of(thing.id))
          : drawImage(thing, pens),
    ),
    ...stamps.map(drawStamp),
  ];
  const { width, height } = frame;
  const title = xml(records.get('board', 'board')?.title ?? '');
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${numbers(frame.x, frame.y, width, height)}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    rect(frame, 0, `fill="${pens.colour('--bg')}"`),
    ...parts,
    '</svg>',
  ].join('\n');
  return { svg, width, height, lines: script.read(readingOrder(records)) };
}

/** Ids of what has words: areas, then each group with its ideas, the ideas in no group, notes, and what stands on arrows. */
function readingOrder(records: RecordReader): string[] {
  const parts = listParts(records.all('idea'), records.all('group'), 'group');
  const named = new Set(parts.map(({ id }) => id));
  return [
    ...records.ids('frame'),
    ...parts.flatMap(({ id, ideas }) => [id, ...ideas]),
    ...records.ids('group').filter((id) => !named.has(id)),
    ...records.ids('note'),
    ...records.ids('connector'),
  ];
}

function drawGroup(group: GroupRecord, records: RecordReader, pens: Pens, words: Write): string {
  const count = `${records.related('ideasOfGroup', group.id).length}`;
  const measure = pens.measure(15, 650);
  const title = shorten(group.title || t('group.untitled'), group.width - 96, measure);
  const line = `stroke="${pens.colour('--line-strong')}" stroke-width="1.5"`;
  const wide = measure(title) + pens.measure(14, 500)(count) + 36;
  const pill: Rect = { x: group.x + 18, y: group.y - 17, width: wide, height: 32 };
  return [
    rect(group, 20, `fill="${pens.colour('--surface')}" fill-opacity="0.62" ${line}`),
    rect(pill, 16, `fill="${pens.colour('--surface')}" ${line}`),
    words.shown(title, pill.x + 14, pill.y + 21.5, 15, 650, pens.colour('--ink')),
    words.shown(count, pill.x + 22 + measure(title), pill.y + 21.5, 14, 500, pens.colour('--ink-3')),
  ].join('');
}

function drawCard(idea: IdeaRecord, records: RecordReader, pens: Pens, words: Write): string {
  const { x, y } = idea;
  const ink = pens.colour('--card-ink');
  const pale = pens.colour('--card-ink-2');
  const [size, leading] = titles[textStep(idea.title)];
  const room = CARD_HEIGHT - 2 * padding - footHeight + 8;
  const most = Math.max(1, Math.floor(room / (size * leading)));
  const lines = wrap(idea.title || t('idea.untitled'), CARD_WIDTH - 2 * padding - 4, most, pens.measure(size, 560));
  const foot = y + CARD_HEIGHT - 15;
  words.hidden([isCut(lines) ? idea.title : '', idea.body], {
    x: x + padding,
    y: y + padding + size * leading * lines.length,
    width: CARD_WIDTH - 2 * padding,
    height: Math.max(8, CARD_HEIGHT - 2 * padding - footHeight - size * leading * lines.length),
  });
  const dots = idea.votes > 0 ? `● ${idea.votes}` : '';
  const small = pens.measure(12.5, 520);
  const author = records.get('person', idea.author)?.name ?? t('idea.somebody');
  return [
    rect({ ...cardRect({ x, y: y + 2 }) }, 8, 'fill="#000" fill-opacity="0.1"'),
    rect(cardRect(idea), 8, `fill="${pens.colour(`--card-${idea.colour}`)}"`),
    `<path d="${cueShapes[idea.colour]}" transform="translate(${numbers(x + CARD_WIDTH - 21, y + 11)}) scale(0.83)" fill="${ink}" fill-opacity="0.5" fill-rule="evenodd"/>`,
    ...lines.map((line, at) =>
      words.shown(line, x + padding, y + padding + size * (0.95 + at * leading), size, 560, ink),
    ),
    words.shown(shorten(author, CARD_WIDTH - 3 * padding - small(dots), small), x + padding, foot, 12.5, 520, pale),
    dots === '' ? '' : words.shown(dots, x + CARD_WIDTH - padding - small(dots), foot, 12.5, 620, ink),
  ].join('');
}

function drawFrame(frame: FrameRecord, pens: Pens, words: Write): string {
  const title = shorten(frame.title || t('frame.untitled'), frame.width - 24, pens.measure(17, 650));
  return [
    rect(frame, 6, `fill="${pens.colour('--surface')}" stroke="${pens.colour('--line')}" stroke-width="1.5"`),
    words.shown(title, frame.x + 4, frame.y - 10, 17, 650, pens.colour('--ink-2')),
  ].join('');
}

function drawNote(note: NoteRecord, pens: Pens, words: Write): string {
  const size = noteSizes[note.size];
  const [weight, leading] = size > 24 ? [700, 1.12] : [500, 1.32];
  const most = Math.max(1, Math.floor(note.height / (size * leading)));
  const lines = wrap(note.text, note.width - 8, most, pens.measure(size, weight));
  words.hidden([isCut(lines) ? note.text : ''], note);
  return lines
    .map((line, at) =>
      words.shown(
        line,
        note.x + 4,
        note.y + 2 + size * (leading * at + (leading + 0.72) / 2),
        size,
        weight,
        pens.colour('--ink'),
      ),
    )
    .join('');
}

/** Whether some of a text found no room in its lines. */
function isCut(lines: readonly string[]): boolean {
  return lines.at(-1)?.endsWith('…') === true;
}

function drawImage(image: ImageRecord, pens: Pens): string {
  const data = pens.picture(image.file);
  return data === undefined
    ? rect(image, 6, `fill="${pens.colour('--surface-3')}"`)
    : `<image x="${numbers(image.x)}" y="${numbers(image.y)}" width="${numbers(image.width)}" height="${numbers(image.height)}" preserveAspectRatio="none" href="${data}"><title>${xml(image.alt)}</title></image>`;
}

function drawStamp({ x, y, sign }: StampRecord): string {
  const { colour, path } = signShapes[sign];
  return `<path d="${path}" transform="translate(${numbers(x - 15, y - 15)}) scale(1.25)" fill="${colour}" fill-rule="evenodd"/>`;
}

/** The place that a stamp at a point takes up. */
function stampRect(x: number, y: number): Rect {
  return { x: x - 15, y: y - 15, width: 30, height: 30 };
}

function drawWire(
  { from, to, label }: ConnectorRecord,
  boxes: ReadonlyMap<string, Rect>,
  pens: Pens,
  words: Write,
): string {
  const [a, b] = [boxes.get(from), boxes.get(to)];
  if (a === undefined || b === undefined) {
    return '';
  }
  const { path, tip, angle, middle } = curveBetween(a, b);
  const ink = pens.colour('--ink-2');
  const turned = `translate(${numbers(tip.x, tip.y)}) rotate(${Math.round((angle * 180) / Math.PI)})`;
  const line = `fill="none" stroke="${ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"`;
  const measure = pens.measure(13, 560);
  const wide = measure(label) + 16;
  const box: Rect = { x: middle.x - wide / 2, y: middle.y - 12, width: wide, height: 24 };
  return [
    `<path d="${path}" ${line}/>`,
    `<path d="M-9 -5.5 L0 0 L-9 5.5" transform="${turned}" ${line}/>`,
    label === '' ? '' : rect(box, 8, `fill="${pens.colour('--surface')}" stroke="${pens.colour('--line')}"`),
    label === '' ? '' : words.shown(label, box.x + 8, middle.y + 4.5, 13, 560, pens.colour('--ink')),
  ].join('');
}

function rect({ x, y, width, height }: Rect, radius: number, look: string): string {
  return `<rect x="${numbers(x)}" y="${numbers(y)}" width="${numbers(width)}" height="${numbers(height)}" rx="${radius}" ${look}/>`;
}
