import type { ConnectorRecord, LockMode, PersonRecord, RecordKind, Records } from '../wire';
import type { Author, Of } from './predict';
import { heldWhenNew, heldWhenWritten, mayWrite, open } from './predictBoard';
import type { RecordView } from './records';
import { findThing, isAnchor, isPlaced, isSized, liesIn, opensLock, type Placed, type Thing } from './things';

/** The board keeps places to a hundredth of a unit; halves go to the even side, as .NET rounds. */
export function rounded(coordinate: number): number {
  const scaled = coordinate * 100;
  const below = Math.floor(scaled);
  const nearest = scaled - below === 0.5 ? below + (Math.abs(below) % 2) : Math.round(scaled);
  return nearest / 100;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function roundedBox({ x, y, width, height }: Box): Box {
  return { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
}

/** What every new thing has. */
export function madeBy(
  view: RecordView,
  author: Author,
): { author: string; order: number; lock: LockMode; lockedBy: string } {
  return { author: author.participant, order: view.topOrder() + 1, lock: 'none', lockedBy: '' };
}

/** The thing, unless it is gone or locked for this person. */
export function openThing(view: RecordView, id: string, author: Author): Thing | undefined {
  const thing = findThing(view, id);
  const role: PersonRecord['role'] | undefined = view.get('person', author.participant)?.role;
  return thing !== undefined && opensLock(thing.record, author.participant, role) ? thing : undefined;
}

/** Writes some fields of a thing anew. */
function changeThing(view: RecordView, { kind, record }: Thing, fields: object): void {
  view.put(kind, { ...record, ...fields } as Records[typeof kind]);
}

/** Puts a new thing on the board, unless its id is in use. */
export function putNew<K extends RecordKind>(view: RecordView, kind: K, record: Records[K]): void {
  if (findThing(view, record.id) === undefined) {
    view.put(kind, record);
  }
}

export function addNote(view: RecordView, command: Of<'addNote'>, author: Author): void {
  const { id, text, size } = command;
  putNew(view, 'note', {
    id,
    text,
    size,
    ...roundedBox(command),
    ...madeBy(view, author),
    ...heldWhenNew(view, author),
  });
}

export function addFrame(view: RecordView, command: Of<'addFrame'>, author: Author): void {
  const { id, title } = command;
  putNew(view, 'frame', { id, title, ...roundedBox(command), ...madeBy(view, author), ...heldWhenNew(view, author) });
}

export function addImage(view: RecordView, command: Of<'addImage'>, author: Author): void {
  const { id, file, alt } = command;
  putNew(view, 'image', {
    id,
    file,
    alt,
    ...roundedBox(command),
    ...madeBy(view, author),
    ...heldWhenNew(view, author),
  });
}

export function addStamp(view: RecordView, command: Of<'addStamp'>, author: Author): void {
  const { id, sign, on } = command;
  if (on === '' || isAnchor(findThing(view, on))) {
    putNew(view, 'stamp', {
      id,
      sign,
      on,
      x: rounded(command.x),
      y: rounded(command.y),
      ...madeBy(view, author),
      ...open,
    });
  }
}

export function addConnector(view: RecordView, { id, from, to, label }: Of<'addConnector'>, author: Author): void {
  if (from !== to && isAnchor(findThing(view, from)) && isAnchor(findThing(view, to))) {
    const held = label === '' ? open : heldWhenNew(view, author);
    putNew(view, 'connector', { id, from, to, label, ...madeBy(view, author), ...held });
  }
}

export function attachConnector(view: RecordView, { id, from, to }: Of<'attachConnector'>, author: Author): void {
  const thing = openThing(view, id, author);
  const ends = from !== to && isAnchor(findThing(view, from)) && isAnchor(findThing(view, to));
  if (thing?.kind === 'connector' && ends) {
    const moved: ConnectorRecord = { ...thing.record, from, to };
    view.put('connector', moved);
  }
}

/** A group takes its ideas along, a frame what lies in it, a thing its stamps; what is named itself goes where it is told. */
export function moveThings(view: RecordView, { moves }: Of<'moveThings'>, author: Author): void {
  const places = new Map<string, { thing: Placed; x: number; y: number }>();
  const carrying: { thing: Placed; dx: number; dy: number }[] = [];
  for (const { id, x, y } of moves) {
    const thing = openThing(view, id, author);
    if (isPlaced(thing)) {
      places.set(id, { thing, x: rounded(x), y: rounded(y) });
    }
  }
  for (const { thing, x, y } of places.values()) {
    carrying.push({ thing, dx: x - thing.record.x, dy: y - thing.record.y });
  }
  for (let next = carrying.shift(); next !== undefined; next = carrying.shift()) {
    const { dx, dy } = next;
    for (const id of carriedBy(view, next.thing)) {
      const thing = places.has(id) ? undefined : openThing(view, id, author);
      if (isPlaced(thing)) {
        places.set(id, { thing, x: rounded(thing.record.x + dx), y: rounded(thing.record.y + dy) });
        carrying.push({ thing, dx, dy });
      }
    }
  }
  for (const { thing, x, y } of places.values()) {
    changeThing(view, thing, { x, y });
  }
}

/** Ids of what goes along with a thing that is moved. */
export function carriedBy(view: Pick<RecordView, 'members' | 'every' | 'get'>, { kind, record }: Placed): string[] {
  const carried = [...view.members('stampsOn', record.id)];
  if (kind === 'group') {
    carried.push(...view.members('ideasOfGroup', record.id));
  }
  if (kind === 'frame') {
    for (const each of ['idea', 'group', 'frame', 'note', 'image', 'stamp'] as const) {
      for (const inside of view.every(each)) {
        if (inside.id !== record.id && liesIn(record, { kind: each, record: inside } as Placed)) {
          carried.push(inside.id);
        }
      }
    }
  }
  return carried;
}

export function resizeThing(view: RecordView, command: Of<'resizeThing'>, author: Author): void {
  const thing = openThing(view, command.id, author);
  if (isSized(thing)) {
    changeThing(view, thing, roundedBox(command));
  }
}

export function reorderThings(view: RecordView, { ranks }: Of<'reorderThings'>, author: Author): void {
  for (const { id, order } of ranks) {
    const thing = openThing(view, id, author);
    if (thing !== undefined) {
      changeThing(view, thing, { order });
    }
  }
}

export function lockThings(view: RecordView, { ids, lock }: Of<'lockThings'>, author: Author): void {
  const isHost = hosts(view, author);
  for (const id of ids) {
    const thing = openThing(view, id, author);
    const own = thing?.record.author === author.participant;
    if (thing !== undefined && (isHost || lock === 'none' || (lock === 'own' && own))) {
      changeThing(view, thing, { lock, lockedBy: lock === 'none' ? '' : author.participant });
    }
  }
}

export function writeThing(view: RecordView, { id, text }: Of<'writeThing'>, author: Author): void {
  const thing = openThing(view, id, author);
  const field = thing === undefined ? undefined : wordsOf[thing.kind];
  if (thing === undefined || field === undefined || !mayWrite(view, thing.record, author)) {
    return;
  }
  const isSame = (thing.record as unknown as Record<string, unknown>)[field] === text;
  const says = text !== '' || (thing.kind !== 'group' && thing.kind !== 'connector');
  changeThing(view, thing, {
    [field]: text,
    ...(isSame ? {} : heldWhenWritten(view, thing.record, says, author)),
  });
}

/** The field that holds what stands on a thing. */
const wordsOf: Partial<Record<Thing['kind'], string>> = {
  group: 'title',
  frame: 'title',
  note: 'text',
  connector: 'label',
  image: 'alt',
};

export function removeThings(view: RecordView, { ids }: Of<'removeThings'>, author: Author): void {
  for (const id of ids) {
    const thing = openThing(view, id, author);
    if (thing !== undefined && mayRemove(thing, author.participant, hosts(view, author))) {
      removeThing(view, thing);
    }
  }
}

/** What somebody wrote or brought is theirs; what only orders the board is everybody's. */
export function mayRemove({ kind, record }: Thing, participant: string, isHost: boolean): boolean {
  return isHost || kind === 'group' || kind === 'frame' || kind === 'connector' || record.author === participant;
}

function removeThing(view: RecordView, { kind, record: { id } }: Thing): void {
  for (const connector of view.members('connectorsOf', id)) {
    view.remove('connector', connector);
  }
  for (const stamp of view.members('stampsOn', id)) {
    view.remove('stamp', stamp);
  }
  if (kind === 'idea') {
    for (const comment of view.members('commentsOfIdea', id)) {
      view.remove('comment', comment);
    }
    view.remove('mine', id);
  }
  for (const idea of kind === 'group' ? view.members('ideasOfGroup', id) : []) {
    const record = view.get('idea', idea);
    if (record !== undefined) {
      view.put('idea', { ...record, group: '' });
    }
  }
  view.remove(kind, id);
}

function hosts(view: RecordView, author: Author): boolean {
  const role = view.get('person', author.participant)?.role;
  return role === 'owner' || role === 'host';
}

export function sizeNote(view: RecordView, { id, size }: Of<'sizeNote'>, author: Author): void {
  const thing = openThing(view, id, author);
  if (thing?.kind === 'note') {
    changeThing(view, thing, { size });
  }
}
