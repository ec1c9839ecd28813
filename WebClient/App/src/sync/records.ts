import { type Patch, type RecordKind, type Records, recordKindValues, type TextPatch } from '../wire';
import { applyText } from './textChange';

/** Where records are read and written, one at a time. Prediction, patches and the tests' server all work on this. */
export interface RecordView {
  get<K extends RecordKind>(kind: K, id: string): Records[K] | undefined;
  put<K extends RecordKind>(kind: K, record: Records[K]): void;
  remove(kind: RecordKind, id: string): void;
  /** Ids of the records that belong to another one, in no order. */
  members(relation: Relation, id: string): readonly string[];
  /** All records of a kind, in no order. */
  every<K extends RecordKind>(kind: K): Iterable<Records[K]>;
  /** A number that is not below any thing's order. */
  topOrder(): number;
  /** Dots that the viewer has on ideas, in all. */
  dotsSpent(): number;
}

/** Which records belong to which: ideas to a group, comments to an idea, connectors to the things at both ends, stamps to what they are on. */
export type Relation = 'ideasOfGroup' | 'commentsOfIdea' | 'connectorsOf' | 'stampsOn';

/** The kind of the records that a relation lists. */
export const relationKind = {
  ideasOfGroup: 'idea',
  commentsOfIdea: 'comment',
  connectorsOf: 'connector',
  stampsOn: 'stamp',
} as const satisfies Record<Relation, RecordKind>;

const knownKinds: ReadonlySet<string> = new Set(recordKindValues);

/** PROTOCOL R6 and R7: what one patch does to records. Kinds that only a newer server knows are left out until the page is loaded anew. */
export function applyPatch(view: RecordView, patch: Patch): void {
  if (!knownKinds.has(patch.kind)) {
    return;
  }
  switch (patch.op) {
    case 'put':
      view.put(patch.kind, patch.value);
      return;
    case 'patch':
      applyFields(view, patch.kind, patch.id, patch.value);
      return;
    case 'text':
      applyChanges(view, patch);
      return;
    case 'remove':
      view.remove(patch.kind, patch.id);
      return;
    default:
      throw new Error(`Unknown patch ${JSON.stringify(patch satisfies never)}`);
  }
}

function applyFields<K extends RecordKind>(view: RecordView, kind: K, id: string, fields: Partial<Records[K]>): void {
  const record = view.get(kind, id);
  if (record === undefined) {
    throw new MissingRecordError(kind, id);
  }
  view.put(kind, { ...record, ...fields });
}

/** PROTOCOL R50. */
function applyChanges(view: RecordView, { kind, id, field, changes }: TextPatch): void {
  const record = view.get(kind, id);
  const text = (record as Fields | undefined)?.[field];
  if (record === undefined || typeof text !== 'string') {
    throw new MissingRecordError(kind, id);
  }
  view.put(kind, { ...record, [field]: applyText(text, changes) });
}

/** A patch came for a record that is not there: this store and the server's differ, so only a new snapshot helps. */
export class MissingRecordError extends Error {
  constructor(kind: RecordKind, id: string) {
    super(`No ${kind} ${id} to patch`);
    this.name = 'MissingRecordError';
  }
}

/** Ids of the records that this one belongs to, by relation. */
export function parentsOf<K extends RecordKind>(kind: K, record: Records[K]): readonly (readonly [Relation, string])[] {
  switch (kind) {
    case 'idea': {
      const group = (record as Records['idea']).group;
      return group === '' ? [] : [['ideasOfGroup', group]];
    }
    case 'comment':
      return [['commentsOfIdea', (record as Records['comment']).idea]];
    case 'connector': {
      const { from, to } = record as Records['connector'];
      return [
        ['connectorsOf', from],
        ['connectorsOf', to],
      ];
    }
    case 'stamp': {
      const on = (record as Records['stamp']).on;
      return on === '' ? [] : [['stampsOn', on]];
    }
    default:
      return [];
  }
}

/** Whether two records say the same. Fields are plain values, lists or flat maps. */
export function sameRecord<K extends RecordKind>(one: Records[K], other: Records[K]): boolean {
  return one === other || sameFields(one, other);
}

type Fields = { readonly [name: string]: unknown };

function sameFields(one: object, other: object): boolean {
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) {
    return false;
  }
  for (const name of names) {
    if (!sameValue((one as Fields)[name], (other as Fields)[name])) {
      return false;
    }
  }
  return true;
}

/** Whether two fields say the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) {
    return true;
  }
  return (
    typeof one === 'object' && one !== null && typeof other === 'object' && other !== null && sameFields(one, other)
  );
}

/** The order in which records of a kind are listed: things by their order, comments by time, people by name; ties by id. */
export function compareRecords<K extends RecordKind>(kind: K, one: Records[K], other: Records[K]): number {
  return rank(kind, one, other) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

type ThingRecord = Records['idea' | 'group' | 'connector' | 'frame' | 'note' | 'image' | 'stamp'];

function rank<K extends RecordKind>(kind: K, one: Records[K], other: Records[K]): number {
  switch (kind) {
    case 'idea':
    case 'group':
    case 'connector':
    case 'frame':
    case 'note':
    case 'image':
    case 'stamp':
      return (one as ThingRecord).order - (other as ThingRecord).order;
    case 'file':
      return (one as Records['file']).createdAt - (other as Records['file']).createdAt;
    case 'comment':
      return (one as Records['comment']).createdAt - (other as Records['comment']).createdAt;
    case 'person':
      return (one as Records['person']).name.localeCompare((other as Records['person']).name);
    default:
      return 0;
  }
}
