import type { RecordReader } from '../sync';
import { parentsOf } from '../sync/records';
import { RecordStore } from '../sync/store';
import { findThing } from '../sync/things';
import { type RecordKind, type Records, recordKindValues } from '../wire';

/** Kinds that hang on things, after which they are looked at. */
const hanging: readonly RecordKind[] = ['connector', 'stamp', 'comment'];

/** What everybody on the board sees of it: a report or a picture that somebody sends around has nothing in it that hosts hold back, nor what hangs on that. */
export function shownToAll(records: RecordReader): RecordReader {
  const shown = new RecordStore();
  for (const kind of [...recordKindValues.filter((each) => !hanging.includes(each)), ...hanging]) {
    for (const record of records.all(kind)) {
      take(shown, kind, record);
    }
  }
  return shown;
}

function take<K extends RecordKind>(shown: RecordStore, kind: K, record: Records[K]): void {
  const isHeld = 'held' in record && record.held !== 'none';
  if (isHeld && kind === 'group') {
    shown.put(kind, { ...record, title: '', held: 'none', heldReason: '' });
  } else if (!isHeld && !('concept' in record && record.concept) && isWhole(shown, kind, record)) {
    shown.put(kind, record);
  }
}

/** Whether all is there that it hangs on. An idea without its group is one all the same. */
function isWhole<K extends RecordKind>(shown: RecordStore, kind: K, record: Records[K]): boolean {
  return (
    !hanging.includes(kind) || parentsOf(kind, record).every(([, parent]) => findThing(shown, parent) !== undefined)
  );
}
