import type { ReactElement } from 'react';
import type { VoteRecord } from '../wire';
export function PollReport({ vote: _vote }: { vote: VoteRecord }): ReactElement | null {
  return null;
}
