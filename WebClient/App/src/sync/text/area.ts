import type { ChangeSet } from '@codemirror/state';
import type { BodyText } from '../session';
import { between, typed } from './between';
import { changesOf, wireOf } from './draft';
import { TypingHistory } from './history';

/** What a text area is to this: a part of HTMLTextAreaElement. */
export interface Field {
  value: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly selectionDirection: 'forward' | 'backward' | 'none';
  setSelectionRange(start: number, end: number, direction?: 'forward' | 'backward' | 'none'): void;
}

/**
 * Keeps a text area and a body the same while several people write in it. An input method composes undisturbed: what others do meanwhile
 * waits, and comes in when the composition has ended.
 */
export class TextArea {
  readonly history = new TypingHistory();
  /** The text that area and body had in common last. */
  private shared: string;
  /** What others did to that text while somebody composes; null for nothing. */
  private held: ChangeSet | null = null;
  private composing = false;
  private readonly leave: () => void;

  constructor(
    private readonly field: Field,
    private readonly body: BodyText,
    private readonly now: () => number,
  ) {
    this.shared = body.text;
    this.leave = body.subscribe(({ changes }) => this.followed(changesOf(changes)));
  }

  /** Takes over what was done to the area before this was there, when it showed the text `start`. */
  begin(start: string): void {
    this.held = start === this.shared ? null : between(start, this.shared);
    this.shared = start;
    this.input();
  }

  end(): void {
    this.leave();
    this.input();
    this.body.setCaret(null);
  }

  compositionStart(): void {
    this.composing = true;
  }

  compositionEnd(): void {
    this.composing = false;
    this.input();
  }

  /** Something was typed, deleted or pasted; or a composition ended, and what others did meanwhile comes in. */
  input(): void {
    if (this.composing || (this.held === null && this.field.value === this.shared)) {
      return;
    }
    const own = typed(this.shared, this.field.value, this.field.selectionEnd);
    const { held } = this;
    this.held = null;
    if (held === null) {
      this.write(own);
      this.put(null);
    } else {
      this.history.followed(held);
      this.shared = this.body.text;
      this.write(own.map(held));
      this.put(held.map(own, true));
    }
  }

  /** Tells others where the caret is. */
  select(): void {
    if (!this.composing && this.field.value === this.shared) {
      const { selectionStart: start, selectionEnd: end, selectionDirection } = this.field;
      this.body.setCaret(
        selectionDirection === 'backward' ? { anchor: end, head: start } : { anchor: start, head: end },
      );
    }
  }

  undo(): void {
    this.replay(this.history.undo(this.shared, this.now()));
  }

  redo(): void {
    this.replay(this.history.redo(this.shared, this.now()));
  }

  private write(own: ChangeSet): void {
    if (!own.empty) {
      this.history.typed(own, this.shared, this.now());
      this.body.write(wireOf(own));
      this.shared = this.body.text;
    }
  }

  private followed(changes: ChangeSet): void {
    if (this.composing) {
      this.held = this.held === null ? changes : this.held.compose(changes);
      return;
    }
    this.history.followed(changes);
    this.shared = this.body.text;
    this.put(changes);
  }

  private replay(change: ChangeSet | null): void {
    if (change !== null && !this.composing) {
      this.body.write(wireOf(change));
      this.shared = this.body.text;
      let end = 0;
      change.iterChanges((_fromA, _toA, _fromB, toB) => {
        end = toB;
      });
      this.field.value = this.shared;
      this.field.setSelectionRange(end, end);
    }
  }

  /** Shows the shared text, with the selection where it was in what changed around it. */
  private put(change: ChangeSet | null): void {
    if (this.field.value === this.shared) {
      return;
    }
    const { selectionStart: start, selectionEnd: end, selectionDirection } = this.field;
    const place = (at: number, assoc: number): number =>
      change !== null && at <= change.length ? change.mapPos(at, assoc) : Math.min(at, this.shared.length);
    const [from, to] = [place(start, start === end ? -1 : 1), place(end, -1)];
    this.field.value = this.shared;
    this.field.setSelectionRange(Math.min(from, to), to, selectionDirection);
  }
}
