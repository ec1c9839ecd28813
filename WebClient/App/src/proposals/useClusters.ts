import { useModel } from '../board/model/model';
import { useAll } from '../sync/react';
import type { ProposalRecord } from '../wire';
import { lookupOf, type ShownCluster, shownClusters } from './clusters';

/** The proposal that is on the board with its clusters as they stand now; null when there is none. */
export function useClusters(): {
  readonly proposal: ProposalRecord;
  readonly clusters: readonly ShownCluster[];
} | null {
  const model = useModel();
  const [proposal] = useAll('proposal');
  // What can still be taken hangs on what is in a group.
  useAll('idea');
  useAll('group');
  return proposal === undefined ? null : { proposal, clusters: shownClusters(proposal, lookupOf(model)) };
}
