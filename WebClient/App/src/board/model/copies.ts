import { newId } from '../../sync';
import { carriedBy } from '../../sync/predictThings';
import { findThing, isPlaced, type Thing, type ThingKind } from '../../sync/things';
import type { ClientCommand, Records } from '../../wire';
import { CARD_HEIGHT, CARD_WIDTH, cardRect, type Point, type Rect } from '../canvas/geometry';
import type { Model } from './model';

/** What is kept of a thing that is copied. Ids name things among what was copied together, and nowhere else. */
const kept = {
  frame: ['id', 'title', 'x', 'y', 'width', 'height'],
  group: ['id', 'title', 'x', 'y', 'width', 'height'],
  idea: ['id', 'title', 'body', 'colour', 'tags', 'file', 'alt', 'group', 'x', 'y'],
  note: ['id', 'text', 'size', 'x', 'y', 'width', 'height'],
  image: ['id', 'file', 'alt', 'x', 'y', 'width', 'height'],
  stamp: ['id', 'sign', 'on', 'x', 'y'],
  connector: ['id', 'from', 'to', 'label'],
} as const satisfies { readonly [K in ThingKind]: readonly (keyof Records[K])[] };

type Kept<K extends ThingKind> = (typeof kept)[K][number];

/** A thing as it is copied. */
export type Copied = {
  [K in ThingKind]: { readonly kind: K } & Pick<Records[K], Kept<K> & keyof Records[K]>;
}[ThingKind];

type Of<K extends ThingKind> = Extract<Copied, { kind: K }>;

/** The names of the fields that are kept, by kind. */
export const keptFields: Readonly<Record<ThingKind, readonly string[]>> = kept;

/** The order in which copies are made: what others belong to, lie on or run between comes first. */
const making: readonly ThingKind[] = ['frame', 'group', 'idea', 'note', 'image', 'stamp', 'connector'];

/** At most so many things are copied at once. */
export const MOST_COPIED = 500;

/** Things with everything that they take along when they are moved. */
export function withBelongings({ session: { records } }: Pick<Model, 'session'>, ids: Iterable<string>): Set<string> {
  const found = new Set(ids);
  const view = {
    get: records.get.bind(records),
    members: records.related.bind(records),
    every: records.all.bind(records),
  };
  for (const id of found) {
    const thing = findThing(records, id);
    for (const carried of isPlaced(thing) ? carriedBy(view, thing) : []) {
      found.add(carried);
    }
  }
  return found;
}

/** What of a selection is copied: it, what it takes along, and the connectors between what has a place. */
export function copiedThings(model: Model, ids: Iterable<string>): Thing[] {
  const { records } = model.session;
  const all = withBelongings(model, ids);
  const placed = [...all].flatMap((id) => findThing(records, id) ?? []).filter(isPlaced);
  const between = connectorsAmong(model, new Set(placed.map(({ record }) => record.id)));
  return [...placed, ...between].sort(
    (a, b) =>
      making.indexOf(a.kind) - making.indexOf(b.kind) ||
      a.record.order - b.record.order ||
      (a.record.id < b.record.id ? -1 : 1),
  );
}

/** The connectors whose two ends are both among these. */
function connectorsAmong({ session: { records } }: Model, ids: ReadonlySet<string>): Thing[] {
  const found = new Map<string, Thing>();
  for (const end of ids) {
    for (const id of records.related('connectorsOf', end)) {
      const record = records.get('connector', id);
      if (record && ids.has(record.from) && ids.has(record.to)) {
        found.set(id, { kind: 'connector', record });
      }
    }
  }
  return [...found.values()];
}

/** What is kept of a thing. */
export function asCopied({ kind, record }: Thing): Copied {
  const fields = kept[kind].map((name) => [name, (record as unknown as Readonly<Record<string, unknown>>)[name]]);
  return { kind, ...Object.fromEntries(fields) } as Copied;
}

/** The rectangle that a copied thing covers; null for what has no place. */
export function boxOfCopied(copied: Copied): Rect | null {
  switch (copied.kind) {
    case 'connector':
      return null;
    case 'stamp':
      return { x: copied.x, y: copied.y, width: 0, height: 0 };
    case 'idea':
      return cardRect(copied);
    default:
      return copied;
  }
}

/** The commands that make copies, moved by a distance, and which id each copy has. Pictures that this board does not have are left out. */
export function makeCopies(
  model: Model,
  copied: readonly Copied[],
  by: Point,
): { commands: ClientCommand[]; ids: ReadonlyMap<string, string> } {
  const there = copied.filter((one) => one.kind !== 'image' || hasFile(model, one.file));
  const ids = new Map(there.map(({ id }) => [id, newId()]));
  const commands = there.flatMap((one) => commandsOf(model, one, ids, by));
  return { commands: [...commands, ...tagging(there, ids)], ids };
}

function commandsOf(model: Model, one: Copied, ids: ReadonlyMap<string, string>, by: Point): ClientCommand[] {
  const id = ids.get(one.id) ?? '';
  switch (one.kind) {
    case 'frame':
    case 'group': {
      const { title, width, height } = one;
      const type = one.kind === 'frame' ? 'addFrame' : 'addGroup';
      return [{ type, id, title, ...moved(one, by), width, height }];
    }
    case 'idea':
      return idea(model, one, id, ids, by);
    case 'note': {
      const { text, size, width, height } = one;
      return [{ type: 'addNote', id, text, size, ...moved(one, by), width, height }];
    }
    case 'image': {
      const { file, alt, width, height } = one;
      return [{ type: 'addImage', id, file, alt, ...moved(one, by), width, height }];
    }
    case 'stamp':
      return [{ type: 'addStamp', id, sign: one.sign, on: ids.get(one.on) ?? '', ...moved(one, by) }];
    case 'connector': {
      const [from, to] = [ids.get(one.from), ids.get(one.to)];
      return from && to ? [{ type: 'addConnector', id, from, to, label: one.label }] : [];
    }
  }
}

/** A copied idea goes into the copy of its group; otherwise into the group that it comes to lie on. */
function idea(model: Model, one: Of<'idea'>, id: string, ids: ReadonlyMap<string, string>, by: Point): ClientCommand[] {
  const { title, body, colour, file, alt } = one;
  const at = moved(one, by);
  const middle = { x: at.x + CARD_WIDTH / 2, y: at.y + CARD_HEIGHT / 2 };
  const group = ids.get(one.group) ?? model.places.groupAt(middle, new Set());
  const add = { type: 'addIdea', id, title, body, colour, ...at, group } as const;
  return file !== '' && hasFile(model, file) ? [add, { type: 'attachToIdea', id, file, alt }] : [add];
}

function tagging(copied: readonly Copied[], ids: ReadonlyMap<string, string>): ClientCommand[] {
  const tagged = new Map<string, string[]>();
  for (const one of copied) {
    for (const tag of one.kind === 'idea' ? one.tags : []) {
      tagged.set(tag, [...(tagged.get(tag) ?? []), ids.get(one.id) ?? '']);
    }
  }
  return [...tagged].map(([tag, ideas]) => ({ type: 'tagIdeas', ideas, tag }));
}

function hasFile({ session: { records } }: Model, file: string): boolean {
  return records.get('file', file) !== undefined;
}

function moved({ x, y }: Point, by: Point): Point {
  return { x: Math.round(x + by.x), y: Math.round(y + by.y) };
}

/** The words of a copied thing, for wherever only text can be pasted; empty for what has none. */
export function wordsOf(copied: Copied): string {
  switch (copied.kind) {
    case 'idea':
    case 'group':
    case 'frame':
      return copied.title;
    case 'note':
      return copied.text;
    case 'image':
      return copied.alt;
    default:
      return '';
  }
}
