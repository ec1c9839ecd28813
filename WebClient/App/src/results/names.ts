import type { VoteMethod, VoteRecord, VoteRow } from '../wire';
import { number, t } from '../words/t';
import { digitsOf } from './scale';
import '../words/voting';

/** An option's title, or a word for one that is gone or has none. */
export function titleIn({ options }: VoteRecord, id: string): string {
  const option = options.find((one) => one.id === id);
  return option === undefined || option.removed ? t('results.removed') : option.title || t('idea.untitled');
}

/** Names put after one another, with “and” before the last, as the person's language does it. */
export function namesIn(vote: VoteRecord, ids: readonly string[]): string {
  return ids.map((id) => `“${titleIn(vote, id)}”`).join(', ');
}

/** A value as people read it: “14 dots”, “3.92”, “68 %”. */
export function valueWords(method: VoteMethod, value: number): string {
  switch (method) {
    case 'pairwise':
      return t('results.percent', { n: Math.round(value * 100) });
    case 'dots':
      return t('idea.votes', { n: value });
    case 'approval':
      return t('results.people', { n: value });
    case 'quadratic':
      return t('results.votes', { n: value });
    case 'budget':
      return t('results.points', { n: value });
    case 'ranking':
      return t('results.beaten', { n: value });
    default:
      return number(value, digitsOf(method));
  }
}

/** Where the value likely lies, in as few characters as possible; empty where the method has no interval. */
export function rangeWords(method: VoteMethod, { low, high }: VoteRow): string {
  if (high <= low) {
    return '';
  }
  const percent = method === 'pairwise';
  const digits = percent ? 0 : method === 'approval' ? 1 : digitsOf(method);
  const [from, to] = [low, high].map((end) => number(percent ? end * 100 : end, digits));
  return `${from}–${to}${percent ? ' %' : ''}`;
}
