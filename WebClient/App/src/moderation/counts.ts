import { useAll } from '../sync/react';
import type { CommentRecord, Holding, IdeaRecord, KnockRecord } from '../wire';

/** Who waits at the door, the longest first. Only hosts have these records. */
export function useKnocks(): readonly KnockRecord[] {
  return [...useAll('knock')].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

/** An idea or comment that is held back. */
export type Held =
  | { readonly kind: 'idea'; readonly record: IdeaRecord }
  | { readonly kind: 'comment'; readonly record: CommentRecord };

/** What waits for a host, the oldest first, and what is hidden, the latest first. */
export function useQueue(): { readonly waiting: readonly Held[]; readonly hidden: readonly Held[] } {
  const ideas = useAll('idea').map((record): Held => ({ kind: 'idea', record }));
  const comments = useAll('comment').map((record): Held => ({ kind: 'comment', record }));
  const all = [...ideas, ...comments].sort((one, other) => one.record.createdAt - other.record.createdAt);
  const held = (how: Holding): Held[] => all.filter(({ record }) => record.held === how);
  return { waiting: held('waiting'), hidden: held('hidden').reverse() };
}
