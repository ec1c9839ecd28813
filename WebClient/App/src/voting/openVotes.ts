import { useAll, useMe } from '../sync/react';
import type { Membership, VotePlan, VoteRecord } from '../wire';

/** Whether this person's vote counts in a vote by this plan. */
export function mayVote(me: Membership | null, { segments }: VotePlan): boolean {
  return me !== null && me.role !== 'observer' && (segments.length === 0 || segments.includes(me.segment));
}

/** Whether any vote is open now. */
export function useIsVoting(): boolean {
  return useAll('vote').some(({ status }) => status === 'open');
}

/** The open vote in which this person can mark an idea where it lies, on its card or in the list; none for votes that need more room than a card has. */
export function useVoteOn(id: string): VoteRecord | undefined {
  const me = useMe();
  return useAll('vote').find(
    ({ status, plan, options }) =>
      status === 'open' &&
      fitsOnCards(plan) &&
      mayVote(me, plan) &&
      options.some((option) => option.id === id && !option.removed),
  );
}

function fitsOnCards({ method }: VotePlan): boolean {
  return method === 'dots' || method === 'approval' || method === 'quadratic';
}
