import { ChangeSet } from '@codemirror/state';
import type { ChangeIdeaBody, TextChange } from '../../wire';
import type { Draft } from '../drafts';
import { applyText } from '../textChange';
import { between, docOf } from './between';

/** A change as the library reads it. */
export function changesOf(changes: TextChange): ChangeSet {
  return ChangeSet.fromJSON(changes);
}

/** A change as it is written on the wire. */
export function wireOf(changes: ChangeSet): TextChange {
  return changes.toJSON() as TextChange;
}

/** See `Draft`. The method is that of @codemirror/collab: unconfirmed changes are rebased over what arrives. */
export class TextDraft implements Draft {
  acceptedIn: number | null = null;
  isConfirmed = false;
  private set: ChangeSet;
  private text: string;

  constructor(
    readonly idea: string,
    under: string,
    changes: ChangeSet,
  ) {
    [this.text, this.set] = [under, changes];
  }

  get under(): string {
    return this.text;
  }

  get changes(): ChangeSet {
    return this.set;
  }

  private get after(): string {
    return applyText(this.text, wireOf(this.set));
  }

  putOn(under: string): string {
    if (under !== this.text) {
      this.set = this.set.map(between(this.text, under));
      this.text = under;
    }
    return this.after;
  }

  append(changes: TextChange): void {
    this.set = this.set.compose(changesOf(changes));
  }

  prepend(earlier: TextDraft): void {
    const mine = this.text === earlier.after ? this.set : this.set.map(between(this.text, earlier.after));
    [this.text, this.set] = [earlier.text, earlier.set.compose(mine)];
  }

  command(base: number): ChangeIdeaBody {
    return { type: 'changeIdeaBody', id: this.idea, base, changes: wireOf(this.set) };
  }

  /** Follows a change of the text beneath; answers what that change is on top of this one. */
  follow(change: ChangeSet): ChangeSet {
    const above = change.map(this.set, true);
    this.set = this.set.map(change);
    this.text = applyText(this.text, wireOf(change));
    return above;
  }

  /** It is in the text beneath by now, exactly as it is here or in another way. */
  confirm(): void {
    this.text = this.after;
    this.set = ChangeSet.empty(this.text.length);
    this.isConfirmed = true;
  }

  /** The change that takes it back from the text with it. */
  inverse(): ChangeSet {
    return this.set.invert(docOf(this.text));
  }
}
