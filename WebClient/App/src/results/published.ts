import type { BallotOption, PairOutcome, VotePlan, VoteRecord } from '../wire';
import { t } from '../words/t';
import type { CastBallot } from './count/cast';
import { agrees, type Rules, recount } from './count/recount';
import { sha256 } from './count/sha256';
import { titleIn } from './names';
import '../words/voting';

/** The file of a closed vote's ballots (“cocreate.ballots/1”). */
export interface BallotFile {
  readonly format: string;
  readonly vote: string;
  /** The rules as a text; the hash is of this text. */
  readonly rulesText: string;
  readonly rulesHash: string;
  readonly plan: VotePlan;
  readonly options: readonly BallotOption[];
  readonly ballots: readonly PublishedBallot[];
}

export interface PublishedBallot {
  readonly receipt: string;
  readonly marks: Readonly<Record<string, number>>;
  readonly ranking: readonly string[];
  readonly pairs: readonly { readonly first: string; readonly second: string; readonly outcome: PairOutcome }[];
}

/** What counting a file again came to. */
export interface Recount {
  readonly ballots: readonly PublishedBallot[];
  /** Whether places and values are those that are shown. */
  readonly sameResult: boolean;
  /** Whether the rules are those that everybody saw while the vote was open. */
  readonly sameRules: boolean;
}

/** Counts a file's ballots in this browser, and compares with what the board shows. */
export function countAgain(file: BallotFile, { rulesHash, results }: VoteRecord): Recount {
  const rules: Rules = { vote: file.vote, plan: file.plan, options: file.options };
  return {
    ballots: file.ballots,
    sameResult: agrees(recount(rules, file.ballots.map(castOf)), results.rows),
    sameRules: sha256(file.rulesText) === rulesHash && file.rulesHash === rulesHash,
  };
}

function castOf({ marks, ranking, pairs }: PublishedBallot): CastBallot {
  return {
    marks,
    ranking,
    pairs: pairs.map(({ first, second, outcome }) => ({
      first,
      second,
      better: outcome === 'first' ? first : outcome === 'second' ? second : '',
    })),
  };
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
    ...Object.entries(ballot.marks).map(([id, value]) =>
      vote.plan.method === 'approval' ? t('ballot.isIn', { what: name(id) }) : `${name(id)}: ${value}`,
    ),
    ...ballot.ranking.map((id, at) => `${at + 1}. ${name(id)}`),
    ...ballot.pairs.map(({ first, second, outcome }) =>
      outcome === 'cannot'
        ? t('check.cannot', { a: name(first), b: name(second) })
        : t('check.pair', {
            a: name(outcome === 'first' ? first : second),
            b: name(outcome === 'first' ? second : first),
          }),
    ),
  ];
}
