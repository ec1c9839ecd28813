import type { BallotOption, VotePlan, VoteRecord } from '../wire';
import { t } from '../words/t';
import type { CastBallot } from './count/cast';
import type { Rules } from './count/recount';
import { titleIn } from './names';

/** The file of a closed vote's ballots. */
export interface PublishedBallots {
  readonly vote: string;
  readonly plan: VotePlan;
  readonly options: readonly BallotOption[];
  readonly ballots: readonly PublishedBallot[];
}

export interface PublishedBallot extends CastBallot {
  readonly receipt: string;
}

/** What the file's ballots are counted by. */
export function rulesIn({ vote, plan, options }: PublishedBallots): Rules {
  return { vote, plan, options };
}

export function castOf({ ballots }: PublishedBallots): readonly CastBallot[] {
  return ballots;
}

/** Receipts may be typed with spaces, dashes and capitals. */
export function receiptsEqual(one: string, other: string): boolean {
  const plain = (receipt: string): string => receipt.replace(/[\s-]/g, '').toLowerCase();
  return plain(one) === plain(other);
}

/** What a ballot says, a line each. */
export function ballotWords(vote: VoteRecord, ballot: PublishedBallot): readonly string[] {
  const name = (id: string): string => `“${titleIn(vote, id)}”`;
  return [
    ...Object.entries(ballot.marks).map(([id, value]) => `${name(id)}: ${value}`),
    ...ballot.ranking.map((id, at) => `${at + 1}. ${name(id)}`),
    ...ballot.pairs.map(({ first, second, better }) =>
      better === ''
        ? t('check.cannot', { a: name(first), b: name(second) })
        : t('check.pair', { a: name(better), b: name(better === first ? second : first) }),
    ),
  ];
}
