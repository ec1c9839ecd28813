import type { PhaseRecord } from '../wire';

/** How many ideas a change of the phase showed to everybody; 0 where it showed none. What was removed while it was hidden was not shown. */
export function revealedBy(before: PhaseRecord | undefined, after: PhaseRecord | undefined): number {
  const hidden = before?.hidden ?? 0;
  const shows = after === undefined || after.step !== before?.step || (after.revealed && !before.revealed);
  return shows && (after?.hidden ?? 0) === 0 ? hidden : 0;
}
