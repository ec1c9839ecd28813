import { type RecordKind, type Records, recordKindValues } from '../../wire';
import type { RecordReader } from '../store';

/** Everything that records say, in a form that tests compare. */
export function contentOf(records: RecordReader): Record<RecordKind, readonly Records[RecordKind][]> {
  const byId = (kind: RecordKind): readonly Records[RecordKind][] =>
    [...records.all(kind)].sort((one, other) => (one.id < other.id ? -1 : 1));
  return Object.fromEntries(recordKindValues.map((kind) => [kind, byId(kind)])) as Record<
    RecordKind,
    readonly Records[RecordKind][]
  >;
}
