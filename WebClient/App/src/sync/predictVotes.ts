import { type BallotRecord, limits, type VotePlan, type VoteRecord } from '../wire';
import { emptyBallot, hasBudget, spent } from './ballots';
import type { Of } from './predict';
import type { RecordView } from './records';

/** The least and the most that one option may be given, as VoteRules.MarkRange says. */
export function markRange(plan: VotePlan): readonly [number, number] {
  switch (plan.method) {
    case 'dots':
      return [0, plan.perOption === 0 ? plan.budget : Math.min(plan.perOption, plan.budget)];
    case 'approval':
      return [0, 1];
    case 'score':
      return [-1, plan.budget];
    case 'quadratic':
    case 'budget':
      return [0, plan.budget];
    default:
      return [0, 0];
  }
}

/** What somebody who gave these marks has left, as VoteRules.Left says; below 0 for what would be refused. */
export function leftOf(plan: VotePlan, marks: BallotRecord['marks']): number {
  return hasBudget(plan) ? plan.budget - spent({ plan }, marks) : 0;
}

/** What a mark will do to one's own ballot. */
export function markOption(view: RecordView, { vote: id, option, value }: Of<'markOption'>): void {
  change(view, id, (vote, ballot) => {
    const { plan } = vote;
    const [least, most] = markRange(plan);
    const { [option]: before, ...others } = ballot.marks;
    const takesBack = value === (plan.method === 'score' ? -1 : 0);
    const isThere = vote.options.some((each) => each.id === option && !each.removed);
    const marks = takesBack ? others : { ...others, [option]: value };
    const left = leftOf(plan, marks);
    return value < least || value > most || left < 0 || !(isThere || (takesBack && before !== undefined))
      ? ballot
      : { ...ballot, marks, left, rested: isRested(vote, Object.keys(marks).length) };
  });
}

/** What an order will do to one's own ballot. */
export function rankOptions(view: RecordView, { vote: id, options }: Of<'rankOptions'>): void {
  change(view, id, (vote, ballot) => ({ ...ballot, ranking: options, rested: isRested(vote, options.length) }));
}

/** What saying that one has finished will do to one's own ballot. */
export function finishBallot(view: RecordView, { vote: id, finished }: Of<'finishBallot'>): void {
  change(view, id, (_, ballot) => ({ ...ballot, finished }));
}

/** What a comparison will do to one's own ballot. Which two come next is the board's to say: it sees to it that all are shown equally often. */
export function comparePair(view: RecordView, { vote: id, first, second }: Of<'comparePair'>): void {
  change(view, id, (_, ballot) => {
    const { next } = ballot;
    const isNext = (next.first === first && next.second === second) || (next.first === second && next.second === first);
    return isNext && first !== '' ? { ...ballot, pairs: ballot.pairs + 1, next: { first: '', second: '' } } : ballot;
  });
}

/** Nothing changes where there is no such vote any more. Whoever has no ballot yet is given one with what they mark. */
function change(view: RecordView, id: string, by: (vote: VoteRecord, ballot: BallotRecord) => BallotRecord): void {
  const vote = view.get('vote', id);
  if (vote === undefined || vote.status === 'closed') {
    return;
  }
  const ballot = view.get('ballot', id) ?? emptyBallot(vote);
  const after = by(vote, ballot);
  if (after === ballot) {
    return;
  }
  view.put('ballot', after);
  const turnout = vote.turnout + Number(isCast(after)) - Number(isCast(ballot));
  if (turnout !== vote.turnout) {
    view.put('vote', { ...vote, turnout });
  }
}

/** Whether anything is in a ballot. */
export function isCast({ marks, ranking, pairs }: BallotRecord): boolean {
  return Object.keys(marks).length > 0 || ranking.length > 0 || pairs > 0;
}

function isRested(vote: VoteRecord, judged: number): boolean {
  return vote.options.length > limits.optionsBeforeRest && judged >= limits.optionsBeforeRest;
}
