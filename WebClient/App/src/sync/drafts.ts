import type { ChangeIdeaBody, TextChange } from '../wire';

// What the rest of sync/ knows of changes of texts. The work is done in text/, which is only loaded for those who write.

/** A change of a body that the board has not decided yet: kept as a change of the text that is confirmed by now. */
export interface Draft {
  readonly idea: string;
  /** The text that it is to be applied to. */
  readonly under: string;
  /** Whether it is in the confirmed text already, though its outcome is still to be shown. */
  readonly isConfirmed: boolean;
  /** The version in which it was accepted; 0 for one that is not known; null while undecided. */
  acceptedIn: number | null;
  /** The text with it, on top of this one. A text that it was not made for is compared with the one that it was made for. */
  putOn(under: string): string;
  /** Goes on: what was typed on top of it, before it was sent, is a part of it. */
  append(changes: TextChange): void;
  /** Takes an earlier draft, which directly precedes it, into itself. */
  prepend(earlier: Draft): void;
  /** The command that says it, made on the text of this version. */
  command(base: number): ChangeIdeaBody;
}

/** A change of the text that is shown, made by others. */
export interface ShownChange {
  readonly idea: string;
  readonly changes: TextChange;
  /** The shown text afterwards. */
  readonly text: string;
}

/** Calculates with changes of texts; one for each board. */
export interface TextDesk {
  draft(idea: string, under: string, changes: TextChange): Draft;
  /** A change of a body was confirmed: drafts follow, or one of them is what was confirmed. */
  confirmed(idea: string, seq: number, changes: TextChange, drafts: readonly Draft[]): void;
  /** A draft came to nothing: those on top of it follow. */
  dropped(draft: Draft, later: readonly Draft[]): void;
  /** What others did to the shown text since the last call, where it went from one text to another. */
  shownChange(idea: string, before: string, after: string): ShownChange;
  /** Where a place in the text of a version is now in the confirmed text; null when that is not known. */
  placeNow(idea: string, seq: number, place: number): number | null;
  /** Where a place in the shown text is in the confirmed one, and the other way round. */
  toConfirmed(place: number, drafts: readonly Draft[]): number;
  toShown(place: number, drafts: readonly Draft[]): number;
}
