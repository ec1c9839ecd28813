import type { Patch, RecordKind, Records } from '../../wire';
import { type RecordView, sameRecord, sameValue } from '../records';
import type { UndoLog } from '../store';

/** One record before and after something that was done here; undefined for none. */
export interface Change {
  readonly kind: RecordKind;
  readonly id: string;
  readonly before: Records[RecordKind] | undefined;
  readonly after: Records[RecordKind] | undefined;
}

type Fields = { readonly [name: string]: unknown };

/**
 * What one own command changes. It is found by predicting the command, again and again while others change the board before it is decided, so that in
 * the end `before` is what the board had directly before it, as far as this browser was told.
 */
export class Trace {
  changes: readonly Change[] = [];
  /** Records whose patch has come. Only the word that the command is decided may still be on its way; predicting it again would find nothing to change. */
  private readonly met = new Set<string>();

  /** The command was predicted anew. */
  predicted(log: UndoLog, view: RecordView): void {
    if (this.met.size > 0) {
      return;
    }
    const first = new Map<string, Change>();
    for (const { kind, id, before } of log.writes) {
      const key = `${kind}/${id}`;
      if (!first.has(key)) {
        first.set(key, { kind, id, before, after: view.get(kind, id) });
      }
    }
    this.changes = [...first.values()].filter(isReal);
  }

  /**
   * A patch is about to be applied to confirmed records. Where it says what this command made of a record, it is the command coming back: what is
   * there at that moment is what the command replaced, even when somebody else changed it in the same message. Answers whether it is.
   */
  meet(patch: Patch, view: RecordView): boolean {
    const key = `${patch.kind}/${patch.id}`;
    const at = this.changes.findIndex(({ kind, id }) => kind === patch.kind && id === patch.id);
    const change = this.changes[at];
    const current = view.get(patch.kind, patch.id);
    const before = change === undefined || this.met.has(key) ? null : replacedBy(change, patch, current);
    if (change === undefined || before === null) {
      return false;
    }
    this.met.add(key);
    this.changes = this.changes.with(at, { ...change, before });
    return true;
  }

  /** The command was refused, or another one says the same. */
  forget(): void {
    this.changes = [];
  }
}

/** The record that a command's patch replaced; null when the patch is not the command's. */
function replacedBy(
  { before, after }: Change,
  patch: Patch,
  current: Records[RecordKind] | undefined,
): Records[RecordKind] | undefined | null {
  if (patch.op === 'text') {
    return null;
  }
  if (patch.op === 'put' && before !== undefined && after !== undefined) {
    // What is written waits for a host: it goes from everybody, and comes back to who wrote it.
    const names = Object.keys(after).filter((name) => !isSame(before, after, name));
    return current === undefined && names.some((name) => isSame(patch.value, after, name)) ? before : null;
  }
  if (patch.op !== 'patch') {
    const isThis = (patch.op === 'put' ? before : after) === undefined;
    return isThis ? current : null;
  }
  if (before === undefined || after === undefined || current === undefined) {
    return null;
  }
  const names = Object.keys(patch.value).filter(
    (name) => isSame(patch.value, after, name) && !isSame(before, after, name),
  );
  return names.length === 0 ? null : ({ ...before, ...only(current, names) } as Records[RecordKind]);
}

function isSame(one: object, other: object, name: string): boolean {
  return sameValue((one as Fields)[name], (other as Fields)[name]);
}

function only(record: object, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, (record as Fields)[name]]));
}

/** What several commands, one after the other, changed in all. */
export function netOf(traces: readonly Trace[]): readonly Change[] {
  const net = new Map<string, Change>();
  for (const change of traces.flatMap((trace) => trace.changes)) {
    const key = `${change.kind}/${change.id}`;
    net.set(key, { ...change, before: (net.get(key) ?? change).before });
  }
  return [...net.values()].filter(isReal);
}

function isReal({ before, after }: Change): boolean {
  return before === undefined || after === undefined ? before !== after : !sameRecord(before, after);
}
