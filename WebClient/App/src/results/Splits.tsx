import type { ReactElement } from 'react';
import { useBoard } from '../sync/react';
import { Button } from '../ui/Button';
import type { VoteRecord } from '../wire';
import { t } from '../words/t';
import { titleIn } from './names';
import '../words/voting';

/** For hosts: options that say nearly the same, to be counted as one or to be left. Of what somebody gave to both, the most counts. */
export function Splits({ vote }: { vote: VoteRecord }): ReactElement {
  const board = useBoard();
  const into = new Map(vote.options.map((option) => [option.id, option.into]));
  const merge = (first: string, second: string, on: boolean): void => {
    const target = into.get(first) || first;
    const now = vote.options.flatMap((option) => (option.into === target ? option.id : []));
    const options = on ? [...new Set([...now, second])] : now.filter((id) => id !== second);
    board.send({ type: 'mergeOptions', vote: vote.id, into: target, options });
  };
  return (
    <section className="panel" aria-labelledby="splits-title">
      <h3 id="splits-title">{t('results.alike')}</h3>
      <p className="panel-text">{t('results.alikeText')}</p>
      <ul className="splits">
        {vote.splits.map(({ first, second }) => {
          const one =
            (into.get(second) ?? '') !== '' && (into.get(second) === first || into.get(second) === into.get(first));
          return (
            <li key={`${first} ${second}`}>
              <span>
                {titleIn(vote, first)} · {titleIn(vote, second)}
              </span>
              <Button onPress={() => merge(first, second, !one)}>{t(one ? 'results.apart' : 'results.asOne')}</Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
