import { useAll, useMe } from '../sync/react';
import type { VoteRecord } from '../wire';

/** Whether any vote is open now. */
export function useIsVoting(): boolean {
  return useAll('vote').some(({ status }) => status === 'open');
}

/** The open vote in which this person can mark an idea where it lies, on its card or in the list; none for votes that need more room than a card has. */
export function useVoteOn(id: string): VoteRecord | undefined {
  const me = useMe();
  const votes = useAll('vote');
  return votes.find(
    ({ status, plan, options }) =>
      status === 'open' &&
      (plan.method === 'dots' || plan.method === 'approval' || plan.method === 'quadratic') &&
      me !== null &&
      me.role !== 'observer' &&
      (plan.segments.length === 0 || plan.segments.includes(me.segment)) &&
      options.some((option) => option.id === id && !option.removed),
  );
}
