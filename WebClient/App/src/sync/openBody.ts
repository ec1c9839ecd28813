import type { CaretUpdate, ClientCommand, TextChange } from '../wire';
import type { ShownChange } from './drafts';
import type { Replica } from './replica';
import type { BodyText, SentCommand } from './session';
import type { Unsubscribe } from './source';

/** See `BodyText`. */
export class OpenBody implements BodyText {
  constructor(
    private readonly idea: string,
    private readonly replica: Replica,
    private readonly send: (command: ClientCommand) => SentCommand,
    private readonly tellCaret: (caret: CaretUpdate | null) => void,
  ) {}

  get text(): string {
    return this.replica.records.get('idea', this.idea)?.body ?? '';
  }

  write(changes: TextChange): SentCommand {
    return this.send({ type: 'changeIdeaBody', id: this.idea, base: this.replica.version.seq, changes });
  }

  subscribe(listener: (change: ShownChange) => void): Unsubscribe {
    return this.replica.watchText(this.idea, listener);
  }

  setCaret(caret: { readonly anchor: number; readonly head: number } | null): void {
    const place = (at: number): number => this.replica.confirmedPlace(this.idea, at);
    const { seq } = this.replica.version;
    this.tellCaret(
      caret === null ? null : { idea: this.idea, seq, anchor: place(caret.anchor), head: place(caret.head) },
    );
  }

  caretOf(caret: CaretUpdate): { anchor: number; head: number } | null {
    const anchor = this.replica.shownPlace(this.idea, caret.seq, caret.anchor);
    const head = this.replica.shownPlace(this.idea, caret.seq, caret.head);
    return anchor === null || head === null ? null : { anchor, head };
  }
}
