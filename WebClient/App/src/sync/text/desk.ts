import type { ChangeSet } from '@codemirror/state';
import type { TextChange } from '../../wire';
import type { Draft, ShownChange, TextDesk } from '../drafts';
import { applyText, lengthBefore } from '../textChange';
import { between } from './between';
import { changesOf, TextDraft, wireOf } from './draft';

/** Confirmed changes that are remembered, to find places in them that others name by an older version. */
const mostRemembered = 500;

interface Remembered {
  readonly idea: string;
  readonly seq: number;
  readonly changes: ChangeSet;
}

/** See `TextDesk`. */
export class Desk implements TextDesk {
  private readonly remembered: Remembered[] = [];
  /** What others did to the texts that are shown, since it was last asked for; null where only the texts themselves tell. */
  private readonly shown = new Map<string, ChangeSet | null>();

  draft(idea: string, under: string, changes: TextChange): TextDraft {
    return new TextDraft(idea, under, changesOf(changes));
  }

  confirmed(idea: string, seq: number, changes: TextChange, drafts: readonly Draft[]): void {
    const set = changesOf(changes);
    this.remembered.push({ idea, seq, changes: set });
    this.remembered.splice(0, this.remembered.length - mostRemembered);
    const own = drafts.find((draft) => !draft.isConfirmed) as TextDraft | undefined;
    if (own !== undefined && isOutcomeOf(own, seq, changes)) {
      own.confirm();
      return;
    }
    this.follow(idea, set, drafts as readonly TextDraft[]);
  }

  dropped(draft: TextDraft, later: readonly Draft[]): void {
    this.follow(draft.idea, draft.inverse(), later as readonly TextDraft[]);
  }

  shownChange(idea: string, before: string, after: string): ShownChange {
    const exact = this.shown.get(idea);
    this.shown.delete(idea);
    const told = exact === undefined || exact === null ? null : wireOf(exact);
    const isTrue = told !== null && lengthBefore(told) === before.length && applyText(before, told) === after;
    return { idea, changes: isTrue ? told : wireOf(between(before, after)), text: after };
  }

  placeNow(idea: string, seq: number, place: number): number | null {
    let at = place;
    for (const { changes } of this.remembered.filter((each) => each.idea === idea && each.seq > seq)) {
      if (at > changes.length) {
        return null;
      }
      at = changes.mapPos(at, 1);
    }
    return at;
  }

  toConfirmed(place: number, drafts: readonly Draft[]): number {
    return (drafts as readonly TextDraft[]).reduceRight((at, { changes }) => {
      const back = changes.invertedDesc;
      return at > back.length ? 0 : back.mapPos(at, -1);
    }, place);
  }

  toShown(place: number, drafts: readonly Draft[]): number {
    return (drafts as readonly TextDraft[]).reduce((at, { changes }) => {
      return at > changes.length ? changes.newLength : changes.mapPos(at, -1);
    }, place);
  }

  private follow(idea: string, change: ChangeSet, drafts: readonly TextDraft[]): void {
    let above: ChangeSet | null = change;
    for (const draft of drafts) {
      // A draft that was made for another text finds its place by comparing, when it is put on.
      above = above === null || draft.changes.length !== above.length ? null : draft.follow(above);
    }
    const before = this.shown.get(idea);
    this.shown.set(idea, before === undefined ? above : composed(before, above));
  }
}

function composed(before: ChangeSet | null, then: ChangeSet | null): ChangeSet | null {
  return before === null || then === null || before.newLength !== then.length ? null : before.compose(then);
}

/** Whether what was confirmed is this draft: the one accepted in that version or, where that is not known, the same change. */
function isOutcomeOf(draft: TextDraft, seq: number, changes: TextChange): boolean {
  if (draft.acceptedIn === null) {
    return false;
  }
  const isSame = JSON.stringify(draft.command(0).changes) === JSON.stringify(changes);
  return isSame && (draft.acceptedIn === 0 || draft.acceptedIn === seq);
}
