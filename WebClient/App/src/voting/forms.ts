import type { VoteRecord } from '../wire';
import type { Ballot } from './useBallot';

/** What every method's form works with. */
export interface FormProps {
  readonly vote: VoteRecord;
  readonly voter: Ballot;
  /** Says to those who listen to the screen what a mark came to; with `shown` false also to those who look, because nothing changed. */
  readonly say: (words: string, changed?: boolean) => void;
  readonly onFinish: () => void;
}
