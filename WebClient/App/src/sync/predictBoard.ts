import type { BoardSettingsRecord, Holding, PersonRecord } from '../wire';
import type { Author } from './predict';
import type { RecordView } from './records';

// What is predicted of the board itself, of people, and of what is held back from sight.

export function changeBoard(view: RecordView, fields: Partial<Omit<BoardSettingsRecord, 'id'>>): void {
  const board = view.get('board', 'board');
  if (board !== undefined) {
    view.put('board', { ...board, ...fields });
  }
}

/** While contributions wait for a host, those of others do. */
export function heldWhenNew(view: RecordView, { participant }: Author): { held: Holding; heldReason: string } {
  const role = view.get('person', participant)?.role;
  const waits = view.get('board', 'board')?.approval === true && role !== 'owner' && role !== 'host';
  return { held: waits ? 'waiting' : 'none', heldReason: '' };
}

/** Ideas and comments that are held so are held otherwise; `was` is null for all that are not hidden. */
export function hold(
  view: RecordView,
  ids: readonly string[],
  was: Holding | null,
  held: Holding,
  heldReason: string,
): void {
  for (const id of ids) {
    for (const kind of ['idea', 'comment'] as const) {
      const record = view.get(kind, id);
      if (record !== undefined && (was === null ? record.held !== 'hidden' : record.held === was)) {
        view.put(kind, { ...record, held, heldReason });
      }
    }
  }
}

export function changePerson(view: RecordView, id: string, fields: Partial<Omit<PersonRecord, 'id'>>): void {
  const person = view.get('person', id);
  if (person !== undefined) {
    view.put('person', { ...person, ...fields });
  }
}
