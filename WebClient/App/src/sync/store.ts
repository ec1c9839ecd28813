import { type Patch, type RecordKind, type Records, recordKindValues } from '../wire';
import { compareRecords, parentsOf, type RecordView, type Relation, relationKind, sameRecord } from './records';
import type { Listener, Unsubscribe } from './source';

/** Records as the screen reads them. Everything answered here is the same object until it changes. */
export interface RecordReader {
  get<K extends RecordKind>(kind: K, id: string): Records[K] | undefined;
  /** Ids of all records of a kind in listing order (things by order, comments by time, people by name; ties by id). */
  ids(kind: RecordKind): readonly string[];
  /** All records of a kind in listing order. */
  all<K extends RecordKind>(kind: K): readonly Records[K][];
  /** Ids of the records that belong to this one (a group's ideas, an idea's comments, a thing's connectors or stamps) in listing order. */
  related(relation: Relation, id: string): readonly string[];
  /** Told when this one record changes, comes or goes. */
  subscribe(kind: RecordKind, id: string, listener: Listener): Unsubscribe;
  /** Told when records of the kind come, go or change places; not when one merely changes. */
  subscribeIds(kind: RecordKind, listener: Listener): Unsubscribe;
  /** Told when anything about any record of the kind changes. */
  subscribeAll(kind: RecordKind, listener: Listener): Unsubscribe;
  /** Told when `related` answers another list. */
  subscribeRelated(relation: Relation, id: string, listener: Listener): Unsubscribe;
}

/** One write, with what was there before it. */
interface Write {
  readonly kind: RecordKind;
  readonly id: string;
  readonly before: Records[RecordKind] | undefined;
}

/** Writes that can be taken back, the last first. */
export interface UndoLog {
  readonly writes: readonly Write[];
  readonly topOrder: number;
}

type Maps = { readonly [K in RecordKind]: Map<string, Records[K]> };

const empty: readonly string[] = [];

/**
 * The visible records: what is confirmed with the predictions of what is not, in one place. Predictions are layers that can be
 * taken off and put on again (`recorded`, `undo`); only records that a transaction really changed are told about.
 */
export class RecordStore implements RecordReader, RecordView {
  private readonly maps: Maps;
  private readonly index: { readonly [R in Relation]: Map<string, Set<string>> };
  private readonly topics = new Map<string, Set<Listener>>();
  private readonly lists = new Map<string, readonly string[]>();
  private readonly records = new Map<RecordKind, readonly Records[RecordKind][]>();
  private touched: Map<string, Write> | undefined;
  private log: Write[] | undefined;
  private top = 0;

  constructor() {
    this.maps = Object.fromEntries(recordKindValues.map((kind) => [kind, new Map()])) as unknown as Maps;
    this.index = { ideasOfGroup: new Map(), commentsOfIdea: new Map(), connectorsOf: new Map(), stampsOn: new Map() };
  }

  get<K extends RecordKind>(kind: K, id: string): Records[K] | undefined {
    return this.maps[kind].get(id);
  }

  topOrder(): number {
    return this.top;
  }

  dotsSpent(): number {
    let dots = 0;
    for (const mine of this.maps.mine.values()) {
      dots += mine.votes;
    }
    return dots;
  }

  members(relation: Relation, id: string): readonly string[] {
    return [...(this.index[relation].get(id) ?? empty)];
  }

  every<K extends RecordKind>(kind: K): Iterable<Records[K]> {
    return this.maps[kind].values();
  }

  ids(kind: RecordKind): readonly string[] {
    return this.list(`${kind}/#`, kind, () => this.maps[kind].keys());
  }

  all<K extends RecordKind>(kind: K): readonly Records[K][] {
    let found = this.records.get(kind) as readonly Records[K][] | undefined;
    if (found === undefined) {
      found = this.ids(kind).flatMap((id) => this.get(kind, id) ?? []);
      this.records.set(kind, found);
    }
    return found;
  }

  related(relation: Relation, id: string): readonly string[] {
    const members = this.index[relation].get(id);
    return members === undefined ? empty : this.list(`${relation}/${id}`, relationKind[relation], () => members);
  }

  subscribe(kind: RecordKind, id: string, listener: Listener): Unsubscribe {
    return this.listen(`${kind}/${id}`, listener);
  }

  subscribeIds(kind: RecordKind, listener: Listener): Unsubscribe {
    return this.listen(`${kind}/#`, listener);
  }

  subscribeAll(kind: RecordKind, listener: Listener): Unsubscribe {
    return this.listen(`${kind}/*`, listener);
  }

  subscribeRelated(relation: Relation, id: string, listener: Listener): Unsubscribe {
    return this.listen(`${relation}/${id}`, listener);
  }

  put<K extends RecordKind>(kind: K, record: Records[K]): void {
    if ('order' in record && typeof record.order === 'number') {
      this.top = Math.max(this.top, record.order);
    }
    this.write(kind, record.id, record);
  }

  remove(kind: RecordKind, id: string): void {
    this.write(kind, id, undefined);
  }

  /** Makes changes that are told about once, at the end, and only where a record is not what it was before. */
  transaction(change: () => void): void {
    if (this.touched !== undefined) {
      change();
      return;
    }
    this.touched = new Map();
    try {
      change();
    } finally {
      const touched = this.touched;
      this.touched = undefined;
      this.settle(touched);
    }
  }

  /** Makes changes and answers how to take them back. */
  recorded(change: () => void): UndoLog {
    const outer = this.log;
    const topOrder = this.top;
    const writes: Write[] = [];
    this.log = writes;
    try {
      change();
    } finally {
      this.log = outer;
    }
    return { writes, topOrder };
  }

  /** Takes changes back. Layers must be taken off in the reverse order of putting them on. */
  undo(log: UndoLog): void {
    for (let at = log.writes.length - 1; at >= 0; at--) {
      const write = log.writes[at];
      if (write !== undefined) {
        this.write(write.kind, write.id, write.before);
      }
    }
    this.top = log.topOrder;
  }

  /** Every record, as the patch that puts it there. */
  puts(): Patch[] {
    return recordKindValues.flatMap((kind) => [...this.maps[kind].values()].map((value) => putOf(kind, value)));
  }

  /** Forgets every record: the next snapshot says what there is. */
  clear(): void {
    for (const kind of recordKindValues) {
      for (const id of [...this.maps[kind].keys()]) {
        this.remove(kind, id);
      }
    }
    this.top = 0;
  }

  private write<K extends RecordKind>(kind: K, id: string, after: Records[K] | undefined): void {
    const map = this.maps[kind];
    const before = map.get(id);
    if (before === after) {
      return;
    }
    this.note({ kind, id, before });
    if (before !== undefined) {
      this.unlink(kind, before);
    }
    if (after === undefined) {
      map.delete(id);
    } else {
      map.set(id, after);
      this.link(kind, after);
    }
    if (this.touched === undefined) {
      this.settle(new Map([[`${kind}/${id}`, { kind, id, before }]]));
    }
  }

  private note(write: Write): void {
    this.log?.push(write);
    const key = `${write.kind}/${write.id}`;
    if (this.touched !== undefined && !this.touched.has(key)) {
      this.touched.set(key, write);
    }
  }

  private link<K extends RecordKind>(kind: K, record: Records[K]): void {
    for (const [relation, parent] of parentsOf(kind, record)) {
      const members = this.index[relation].get(parent);
      if (members === undefined) {
        this.index[relation].set(parent, new Set([record.id]));
      } else {
        members.add(record.id);
      }
      this.lists.delete(`${relation}/${parent}`);
    }
  }

  private unlink<K extends RecordKind>(kind: K, record: Records[K]): void {
    for (const [relation, parent] of parentsOf(kind, record)) {
      const members = this.index[relation].get(parent);
      members?.delete(record.id);
      if (members?.size === 0) {
        this.index[relation].delete(parent);
      }
      this.lists.delete(`${relation}/${parent}`);
    }
  }

  /** Keeps the old object where nothing changed after all, drops lists that are no longer true, and tells who listens. */
  private settle(touched: ReadonlyMap<string, Write>): void {
    const told = new Set<string>();
    for (const { kind, id, before } of touched.values()) {
      this.settleOne(kind, id, before as Records[typeof kind] | undefined, told);
    }
    const listeners = new Set<Listener>();
    for (const topic of told) {
      for (const listener of this.topics.get(topic) ?? []) {
        listeners.add(listener);
      }
    }
    for (const listener of listeners) {
      listener();
    }
  }

  private settleOne<K extends RecordKind>(
    kind: K,
    id: string,
    before: Records[K] | undefined,
    told: Set<string>,
  ): void {
    const after = this.maps[kind].get(id);
    if (before !== undefined && after !== undefined && sameRecord(before, after)) {
      this.maps[kind].set(id, before);
      return;
    }
    if (before === after) {
      return;
    }
    told.add(`${kind}/${id}`).add(`${kind}/*`);
    this.records.delete(kind);
    if (before === undefined || after === undefined || placedApart(kind, before, after)) {
      told.add(`${kind}/#`);
      this.lists.delete(`${kind}/#`);
    }
    for (const record of [before, after]) {
      for (const [relation, parent] of record === undefined ? [] : parentsOf(kind, record)) {
        told.add(`${relation}/${parent}`);
      }
    }
  }

  private list(key: string, kind: RecordKind, members: () => Iterable<string>): readonly string[] {
    let found = this.lists.get(key);
    if (found === undefined) {
      found = this.sorted(kind, members());
      this.lists.set(key, found);
    }
    return found;
  }

  private sorted<K extends RecordKind>(kind: K, ids: Iterable<string>): readonly string[] {
    const records: Records[K][] = [];
    for (const id of ids) {
      const record = this.get(kind, id);
      if (record !== undefined) {
        records.push(record);
      }
    }
    return records.sort((one, other) => compareRecords(kind, one, other)).map((record) => record.id);
  }

  private listen(topic: string, listener: Listener): Unsubscribe {
    const listeners = this.topics.get(topic) ?? new Set();
    this.topics.set(topic, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.topics.get(topic) === listeners) {
        this.topics.delete(topic);
      }
    };
  }
}

function putOf<K extends RecordKind>(kind: K, value: Records[K]): Patch {
  return { op: 'put', kind, id: value.id, value } as unknown as Patch;
}

/** Whether the change can move the record in the list of its kind. */
function placedApart<K extends RecordKind>(kind: K, before: Records[K], after: Records[K]): boolean {
  return compareRecords(kind, before, after) !== 0;
}
