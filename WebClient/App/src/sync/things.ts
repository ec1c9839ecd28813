import { type LockMode, limits, type PersonRecord, type RecordKind, type Records } from '../wire';

/** The kinds of what people put on the canvas. Over all of them, one id names one thing. */
export const thingKinds = ['idea', 'group', 'note', 'image', 'stamp', 'frame', 'connector'] as const;

export type ThingKind = (typeof thingKinds)[number];

/** A thing with its kind. */
export type Thing = { [K in ThingKind]: { readonly kind: K; readonly record: Records[K] } }[ThingKind];

/** A thing that has a place. */
export type Placed = Exclude<Thing, { kind: 'connector' }>;

/** A thing that has a size of its own, too. */
export type Sized = Exclude<Placed, { kind: 'idea' | 'stamp' }>;

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where records are looked up by kind and id. */
export interface Lookup {
  get<K extends RecordKind>(kind: K, id: string): Records[K] | undefined;
}

/** The thing with this id, whatever its kind. */
export function findThing(records: Lookup, id: string): Thing | undefined {
  for (const kind of thingKinds) {
    const record = records.get(kind, id);
    if (record !== undefined) {
      return { kind, record } as Thing;
    }
  }
  return undefined;
}

/** Whether a thing is kept from some: hosts hold it, or keep it back as a concept, or it hangs on something that is kept. What is not there is not. */
export function isKept(records: Lookup, id: string): boolean {
  const thing = findThing(records, id);
  if (thing === undefined || thing.record.held !== 'none') {
    return thing !== undefined;
  }
  switch (thing.kind) {
    case 'idea':
      return thing.record.concept;
    case 'connector':
      return isKept(records, thing.record.from) || isKept(records, thing.record.to);
    case 'stamp':
      return thing.record.on !== '' && isKept(records, thing.record.on);
    default:
      return false;
  }
}

/** Whether the thing has a place on the canvas. */
export function isPlaced(thing: Thing | undefined): thing is Placed {
  return thing !== undefined && thing.kind !== 'connector';
}

/** Whether the thing has a size of its own. */
export function isSized(thing: Thing | undefined): thing is Sized {
  return isPlaced(thing) && thing.kind !== 'idea' && thing.kind !== 'stamp';
}

/** Whether connectors and stamps can be at the thing. */
export function isAnchor(thing: Thing | undefined): boolean {
  return isPlaced(thing) && thing.kind !== 'stamp';
}

/** The rectangle that a thing covers. A card has the size of all cards; a stamp is a point. */
export function boxOf(thing: Placed): Rect {
  const { x, y } = thing.record;
  if (isSized(thing)) {
    return { x, y, width: thing.record.width, height: thing.record.height };
  }
  return thing.kind === 'idea'
    ? { x, y, width: limits.cardWidth, height: limits.cardHeight }
    : { x, y, width: 0, height: 0 };
}

/** Whether a thing lies in a frame: by its middle, edges included; a frame only in a larger one. The server has the same rule. */
export function liesIn(frame: Rect, thing: Placed): boolean {
  const box = boxOf(thing);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const inside = x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height;
  return inside && (thing.kind !== 'frame' || box.width * box.height < frame.width * frame.height);
}

type Role = PersonRecord['role'];

/** Whether somebody may change a thing, as far as its lock goes. */
export function opensLock(
  record: { readonly lock: LockMode; readonly lockedBy: string },
  participant: string,
  role: Role | undefined,
): boolean {
  const isHost = role === 'owner' || role === 'host';
  return record.lock === 'none' || isHost || (record.lock === 'own' && record.lockedBy === participant);
}
