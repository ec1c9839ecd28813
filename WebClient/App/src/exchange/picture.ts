import { curveBetween } from '../board/canvas/curve';
import { bounds, CARD_HEIGHT, CARD_WIDTH, cardRect, grow, type Rect } from '../board/canvas/geometry';
import { textStep } from '../board/cards/textStep';
import type { RecordReader } from '../sync';
import { cueShapes } from '../ui/cues';
import type { ConnectorRecord, GroupRecord, IdeaRecord } from '../wire';
import { t } from '../words/t';
import { fit, type Measure, wrap } from './wrap';

/** What a picture is drawn with. */
export interface Pens {
  /** The value of a design token, for example `--card-sun`. */
  colour(token: string): string;
  /** Measures text in the board's typeface, at a size in board units and a weight. */
  measure(size: number, weight: number): Measure;
}

/** A board as a picture: an SVG document, and its size in board units. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Free space around everything, in board units. */
const margin = 48;

const padding = 14;
const footHeight = 30;

/** Sizes and line heights of titles, as on the cards. */
const titles = { 1: [19, 1.25], 2: [16, 1.3], 3: [14, 1.32], 4: [12.5, 1.3] } as const;

/** Draws all ideas, groups and connectors, or those of `only`. Null when there is nothing to draw. */
export function drawBoard(
  records: RecordReader,
  pens: Pens,
  style: string,
  only?: ReadonlySet<string>,
): Picture | null {
  const wanted = ({ id }: { readonly id: string }): boolean => only?.has(id) ?? true;
  const groups = records.all('group').filter(wanted);
  const ideas = records.all('idea').filter(wanted);
  const drawn = new Set(ideas.map(({ id }) => id));
  const wires = records.all('connector').filter(({ from, to }) => drawn.has(from) && drawn.has(to));
  const around = bounds([...groups, ...ideas.map(cardRect)]);
  if (around === null) {
    return null;
  }
  const frame = grow(around, margin);
  const parts = [
    ...groups.map((group) => drawGroup(group, records, pens)),
    ...wires.map((wire) => drawWire(wire, records, pens)),
    ...ideas.map((idea) => drawCard(idea, records, pens)),
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
  return { svg, width, height };
}

function drawGroup(group: GroupRecord, records: RecordReader, pens: Pens): string {
  const count = `${records.related('ideasOfGroup', group.id).length}`;
  const measure = pens.measure(15, 650);
  const title = fit(group.title || t('group.untitled'), group.width - 96, measure);
  const line = `stroke="${pens.colour('--line-strong')}" stroke-width="1.5"`;
  const wide = measure(title) + pens.measure(14, 500)(count) + 36;
  const pill: Rect = { x: group.x + 18, y: group.y - 17, width: wide, height: 32 };
  return [
    rect(group, 20, `fill="${pens.colour('--surface')}" fill-opacity="0.62" ${line}`),
    rect(pill, 16, `fill="${pens.colour('--surface')}" ${line}`),
    words(title, pill.x + 14, pill.y + 21.5, 15, 650, pens.colour('--ink')),
    words(count, pill.x + 22 + measure(title), pill.y + 21.5, 14, 500, pens.colour('--ink-3')),
  ].join('');
}

function drawCard(idea: IdeaRecord, records: RecordReader, pens: Pens): string {
  const { x, y } = idea;
  const ink = pens.colour('--card-ink');
  const pale = pens.colour('--card-ink-2');
  const [size, leading] = titles[textStep(idea.title)];
  const room = CARD_HEIGHT - 2 * padding - footHeight + 8;
  const most = Math.max(1, Math.floor(room / (size * leading)));
  const lines = wrap(idea.title || t('idea.untitled'), CARD_WIDTH - 2 * padding - 4, most, pens.measure(size, 560));
  const foot = y + CARD_HEIGHT - 15;
  const dots = idea.votes > 0 ? `● ${idea.votes}` : '';
  const small = pens.measure(12.5, 520);
  const author = records.get('person', idea.author)?.name ?? t('idea.somebody');
  return [
    rect({ ...cardRect({ x, y: y + 2 }) }, 8, 'fill="#000" fill-opacity="0.1"'),
    rect(cardRect(idea), 8, `fill="${pens.colour(`--card-${idea.colour}`)}"`),
    `<path d="${cueShapes[idea.colour]}" transform="translate(${numbers(x + CARD_WIDTH - 21, y + 11)}) scale(0.83)" fill="${ink}" fill-opacity="0.5" fill-rule="evenodd"/>`,
    ...lines.map((line, at) => words(line, x + padding, y + padding + size * (0.95 + at * leading), size, 560, ink)),
    words(fit(author, CARD_WIDTH - 3 * padding - small(dots), small), x + padding, foot, 12.5, 520, pale),
    dots === '' ? '' : words(dots, x + CARD_WIDTH - padding - small(dots), foot, 12.5, 620, ink),
  ].join('');
}

function drawWire({ from, to, label }: ConnectorRecord, records: RecordReader, pens: Pens): string {
  const [a, b] = [records.get('idea', from), records.get('idea', to)];
  if (a === undefined || b === undefined) {
    return '';
  }
  const { path, tip, angle, middle } = curveBetween(cardRect(a), cardRect(b));
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
    label === '' ? '' : words(label, box.x + 8, middle.y + 4.5, 13, 560, pens.colour('--ink')),
  ].join('');
}

function rect({ x, y, width, height }: Rect, radius: number, look: string): string {
  return `<rect x="${numbers(x)}" y="${numbers(y)}" width="${numbers(width)}" height="${numbers(height)}" rx="${radius}" ${look}/>`;
}

function words(text: string, x: number, y: number, size: number, weight: number, colour: string): string {
  return text === ''
    ? ''
    : `<text x="${numbers(x)}" y="${numbers(y)}" font-size="${size}" font-weight="${weight}" fill="${colour}">${xml(text)}</text>`;
}

/** Text as XML takes it: characters that XML forbids are left away. */
function xml(text: string): string {
  return Array.from(text)
    .filter((sign) => allowed(sign.codePointAt(0) ?? 0))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** XML 1.0, production 2: no control characters but tab and line ends, no half characters. */
function allowed(code: number): boolean {
  return code >= 0x20
    ? (code < 0xd800 || code > 0xdfff) && (code < 0xfffe || code > 0xffff)
    : code === 9 || code === 10;
}

function numbers(...values: readonly number[]): string {
  return values.map((value) => Math.round(value * 100) / 100).join(' ');
}
