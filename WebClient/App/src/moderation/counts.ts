import { useAll } from '../sync/react';
import type { Holding, KnockRecord, Records } from '../wire';

/** Who waits at the door, the longest first. Only hosts have these records. */
export function useKnocks(): readonly KnockRecord[] {
  return [...useAll('knock')].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

/** The kinds of what is held back. */
type HeldKind = 'idea' | 'comment' | 'note' | 'image' | 'group' | 'frame' | 'connector' | 'stamp';

/** Something that is held back; of a group that is its title. */
export type Held = { readonly [K in HeldKind]: { readonly kind: K; readonly record: Records[K] } }[HeldKind];

/** What waits for a host, and what is hidden, the latest first: ideas and comments by their time, then what has none, in its order on the board. */
export function useQueue(): { readonly waiting: readonly Held[]; readonly hidden: readonly Held[] } {
  const dated = [
    ...useAll('idea').map((record): Held & { kind: 'idea' } => ({ kind: 'idea', record })),
    ...useAll('comment').map((record): Held & { kind: 'comment' } => ({ kind: 'comment', record })),
  ].sort((one, other) => one.record.createdAt - other.record.createdAt);
  const placed = [
    ...useAll('note').map((record): Held & { kind: 'note' } => ({ kind: 'note', record })),
    ...useAll('image').map((record): Held & { kind: 'image' } => ({ kind: 'image', record })),
    ...useAll('group').map((record): Held & { kind: 'group' } => ({ kind: 'group', record })),
    ...useAll('frame').map((record): Held & { kind: 'frame' } => ({ kind: 'frame', record })),
    ...useAll('connector').map((record): Held & { kind: 'connector' } => ({ kind: 'connector', record })),
    ...useAll('stamp').map((record): Held & { kind: 'stamp' } => ({ kind: 'stamp', record })),
  ].sort((one, other) => one.record.order - other.record.order);
  const held = (how: Holding): Held[] => [...dated, ...placed].filter(({ record }) => record.held === how);
  return { waiting: held('waiting'), hidden: held('hidden').reverse() };
}

/** What is read of it in a list; empty for what has no words. */
export function wordsOf({ kind, record }: Held): string {
  switch (kind) {
    case 'idea':
    case 'group':
    case 'frame':
      return record.title;
    case 'comment':
    case 'note':
      return record.text;
    case 'image':
      return record.alt;
    case 'connector':
      return record.label;
    case 'stamp':
      return '';
    default:
      return kind satisfies never;
  }
}
