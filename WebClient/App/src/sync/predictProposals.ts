import { limits, type ProposedCluster, type Records } from '../wire';
import type { Author, Of } from './predict';
import { heldWhenNew, open } from './predictBoard';
import { madeBy, moveThings, openThing, putNew, rounded } from './predictThings';
import type { RecordView } from './records';
import { boxOf, type Placed } from './things';

/** A board has one proposal at a time. The server fills it in when it has found something. */
export function proposeGroups(view: RecordView, { id }: Of<'proposeGroups'>, author: Author): void {
  for (const other of [...view.every('proposal')]) {
    view.remove('proposal', other.id);
  }
  putNew(view, 'proposal', { id, by: author.participant, at: author.at, status: 'computing', ideas: 0, clusters: [] });
}

export function leaveCluster(view: RecordView, { proposal, cluster }: Of<'leaveCluster'>): void {
  changeCluster(view, proposal, cluster, (each) => ({ ...each, left: true }));
}

/** Makes a group of what is left of a cluster: the same places as Grains/Boards/ClusterLayout.cs finds. */
export function takeCluster(view: RecordView, command: Of<'takeCluster'>, author: Author): void {
  const cluster = view.get('proposal', command.proposal)?.clusters.find(({ id }) => id === command.cluster);
  const ideas = (cluster?.ideas ?? []).filter((id) => {
    const thing = openThing(view, id, author);
    return thing?.kind === 'idea' && thing.record.group === '';
  });
  if (cluster === undefined || ideas.length === 0) {
    return;
  }
  const { width, height } = sizeFor(ideas.length);
  const wanted = { x: rounded(command.x), y: rounded(command.y), width, height };
  const free = freePlace(obstacles(view, new Set(ideas)), wanted);
  const corner = { x: rounded(free.x), y: rounded(free.y) };
  const held = cluster.title === '' ? open : heldWhenNew(view, author);
  const group = { id: command.group, title: cluster.title, ...corner, width, height, ...madeBy(view, author), ...held };
  putNew(view, 'group', group);
  for (const id of ideas) {
    const idea = view.get('idea', id);
    if (idea !== undefined) {
      view.put('idea', { ...idea, group: command.group });
    }
  }
  const moves = ideas.map((id, at) => ({ id, ...cellOf(at, ideas.length, corner) }));
  moveThings(view, { type: 'moveThings', moves }, author);
  changeCluster(view, command.proposal, cluster.id, (each) => ({ ...each, taken: command.group, left: false }));
}

function changeCluster(
  view: RecordView,
  id: string,
  cluster: string,
  change: (cluster: ProposedCluster) => ProposedCluster,
): void {
  const proposal = view.get('proposal', id);
  if (proposal !== undefined) {
    const clusters = proposal.clusters.map((each) => (each.id === cluster ? change(each) : each));
    view.put('proposal', { ...proposal, clusters });
  }
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

interface Box extends Corner {
  readonly width: number;
  readonly height: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const gap = 24;
const side = 28;
const head = 44;
const around = 48;

function columnsFor(cards: number): number {
  return Math.ceil(Math.sqrt(cards));
}

function sizeFor(cards: number): { readonly width: number; readonly height: number } {
  const columns = columnsFor(cards);
  const rows = Math.floor((cards - 1) / columns) + 1;
  return {
    width: columns * (limits.cardWidth + gap) - gap + 2 * side,
    height: rows * (limits.cardHeight + gap) - gap + head + side,
  };
}

function cellOf(at: number, cards: number, corner: Corner): Corner {
  const columns = columnsFor(cards);
  return {
    x: corner.x + side + (at % columns) * (limits.cardWidth + gap),
    y: corner.y + head + Math.floor(at / columns) * (limits.cardHeight + gap),
  };
}

function obstacles(view: RecordView, moving: ReadonlySet<string>): Box[] {
  const boxes: Box[] = [];
  for (const kind of ['idea', 'group', 'frame', 'note', 'image'] as const) {
    for (const record of view.every(kind)) {
      if (!moving.has(record.id)) {
        boxes.push(boxOf({ kind, record: record as Records[typeof kind] } as Placed));
      }
    }
  }
  return boxes;
}

function freePlace(boxes: readonly Box[], { x, y, width, height }: Box): Corner {
  const beside = boxes
    .filter((box) => box.y < y + height + around && box.y + box.height > y - around)
    .map((box) => ({ from: box.x, to: box.x + box.width }));
  const across = boxes
    .filter((box) => box.x < x + width + around && box.x + box.width > x - around)
    .map((box) => ({ from: box.y, to: box.y + box.height }));
  const places: Corner[] = [
    { x: after(beside, x, width), y },
    { x, y: after(across, y, height) },
    { x: -after(mirrored(beside), -x - width, width) - width, y },
    { x, y: -after(mirrored(across), -y - height, height) - height },
  ];
  const far = (place: Corner): number => Math.abs(place.x - x) + Math.abs(place.y - y);
  return places.reduce((best, place) => (far(place) < far(best) ? place : best));
}

function after(spans: readonly Span[], start: number, length: number): number {
  let free = start;
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    if (from < free + length + around && to > free - around) {
      free = to + around;
    }
  }
  return free;
}

function mirrored(spans: readonly Span[]): Span[] {
  return spans.map(({ from, to }) => ({ from: -to, to: -from }));
}
