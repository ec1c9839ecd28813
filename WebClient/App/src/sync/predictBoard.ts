import type { BoardSettingsRecord, Holding, PersonRecord, Records } from '../wire';
import type { Author } from './predict';
import type { RecordView } from './records';
import { findThing } from './things';

// What is predicted of the board itself, of people, and of what is held back from sight.

export function changeBoard(view: RecordView, fields: Partial<Omit<BoardSettingsRecord, 'id'>>): void {
  const board = view.get('board', 'board');
  if (board !== undefined) {
    view.put('board', { ...board, ...fields });
  }
}

/** How hosts hold something back. */
export interface Holds {
  readonly held: Holding;
  readonly heldReason: string;
}

/** While contributions wait for a host, those of others do. */
export function heldWhenNew(view: RecordView, { participant }: Author): Holds {
  const role = view.get('person', participant)?.role;
  const waits = view.get('board', 'board')?.approval === true && role !== 'owner' && role !== 'host';
  return { held: waits ? 'waiting' : 'none', heldReason: '' };
}

/** What nobody holds back. */
export const open = { held: 'none', heldReason: '' } as const satisfies Holds;

/** How something is held that is written anew by somebody; `says` tells whether any words or pictures are left in it. */
export function heldWhenWritten(view: RecordView, record: Holds, says: boolean, author: Author): Holds {
  const { held, heldReason } = record;
  if (held === 'waiting' && !says) {
    return open;
  }
  return held === 'none' && says ? heldWhenNew(view, author) : { held, heldReason };
}

/** While contributions wait for a host, people write in their own, and hosts in all. What waits is nobody else's to see. */
export function mayWrite(
  view: RecordView,
  record: Holds & { readonly id: string; readonly author: string },
  author: Author,
): boolean {
  const own = record.author === author.participant || view.get('mine', record.id)?.author === true;
  return own || record.held !== 'none' || heldWhenNew(view, author).held === 'none';
}

/** Things and comments that are held so are held otherwise; `was` is null for all that are not hidden. */
export function hold(
  view: RecordView,
  ids: readonly string[],
  was: Holding | null,
  held: Holding,
  heldReason: string,
): void {
  for (const id of ids) {
    const thing = findThing(view, id);
    const isMeant = (record: Holds): boolean => (was === null ? record.held !== 'hidden' : record.held === was);
    if (thing !== undefined && isMeant(thing.record)) {
      view.put(thing.kind, { ...thing.record, held, heldReason } as Records[typeof thing.kind]);
    }
    const comment = view.get('comment', id);
    if (comment !== undefined && isMeant(comment)) {
      view.put('comment', { ...comment, held, heldReason });
    }
  }
}

export function changePerson(view: RecordView, id: string, fields: Partial<Omit<PersonRecord, 'id'>>): void {
  const person = view.get('person', id);
  if (person !== undefined) {
    view.put('person', { ...person, ...fields });
  }
}
