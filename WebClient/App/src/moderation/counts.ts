import { useAll } from '../sync/react';
import type { KnockRecord } from '../wire';

/** Who waits at the door, the longest first. Only hosts have these records. */
export function useKnocks(): readonly KnockRecord[] {
  return [...useAll('knock')].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}
