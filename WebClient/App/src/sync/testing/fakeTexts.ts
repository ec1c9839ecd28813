import { ChangeSet } from '@codemirror/state';
import { type ChangeIdeaBody, type ClientCommand, limits, type RefusalCode, type TextChange } from '../../wire';
import type { RecordView } from '../records';
import { between } from '../text/between';
import { lengthBefore } from '../textChange';

/** PROTOCOL R51 to R53, with the library itself: what the server does with changes of bodies. */
export class FakeTexts {
  /** Changes up to this version are forgotten. */
  forgottenThrough = 0;
  private readonly known: { readonly seq: number; readonly idea: string; readonly changes: ChangeSet }[] = [];

  /** The change on the text of now, or why it is refused. */
  map(view: RecordView, command: ChangeIdeaBody): ChangeIdeaBody | RefusalCode {
    const body = view.get('idea', command.id)?.body ?? '';
    if (command.base < this.forgottenThrough) {
      return 'stale';
    }
    let changes = ChangeSet.fromJSON(command.changes);
    for (const other of this.known.filter(({ idea, seq }) => idea === command.id && seq > command.base)) {
      if (changes.length !== other.changes.length) {
        return 'outOfRange';
      }
      changes = changes.map(other.changes);
    }
    if (changes.length !== body.length) {
      return 'outOfRange';
    }
    return changes.newLength > limits.bodyLength ? 'tooLong' : { ...command, changes: changes.toJSON() as TextChange };
  }

  /** Keeps a change that was made, and answers it; null where nothing changed. */
  remember(seq: number, idea: string, before: string, after: string, command: ClientCommand): TextChange | null {
    const changes =
      command.type === 'changeIdeaBody' && lengthBefore(command.changes) === before.length
        ? ChangeSet.fromJSON(command.changes)
        : between(before, after);
    if (changes.empty) {
      return null;
    }
    this.known.push({ seq, idea, changes });
    return changes.toJSON() as TextChange;
  }
}
