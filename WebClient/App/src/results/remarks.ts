import type { VoteRecord, VoteRemark } from '../wire';
import { isWord, t } from '../words/t';
import { namesIn, titleIn } from './names';
import '../words/voting';

/** A sentence about how a result came about; empty for one that only a newer version of the page has words for. */
export function remarkWords(vote: VoteRecord, remark: VoteRemark): string {
  const key = `vote.why.${remark.code}`;
  if (!isWord(key)) {
    return '';
  }
  const ids = new Set(vote.options.map(({ id }) => id));
  const said = remark.arguments.map((argument) => (ids.has(argument) ? `“${titleIn(vote, argument)}”` : argument));
  const [a = '', b = '', c = '', d = ''] = said;
  const options = remark.arguments.filter((argument) => ids.has(argument));
  return t(key, { a, b, c, d, n: Number(remark.arguments[0]) || 0, what: namesIn(vote, options) });
}
