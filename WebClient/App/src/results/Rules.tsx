import type { ReactElement } from 'react';
import type { VoteRecord } from '../wire';
import { t } from '../words/t';
import '../words/voting';

/** The rules that held from the moment the vote opened, and their hash, by which anybody sees that they are the same for all. */
export function Rules({ vote }: { vote: VoteRecord }): ReactElement {
  return (
    <section className="panel" aria-labelledby="rules-title">
      <h3 id="rules-title">{t('results.rules')}</h3>
      <ul className="results-why">
        {rulesWords(vote).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className="panel-text">{t('results.rulesHash')}</p>
      <code className="results-hash">{vote.rulesHash}</code>
    </section>
  );
}

/** A vote's rules, a sentence each. */
export function rulesWords({ plan, options }: VoteRecord): readonly string[] {
  const { method, budget, perOption, segments, tieBreak, live } = plan;
  return [
    ...(method === 'none' ? [] : [t(`rule.${method}`, { n: budget })]),
    ...(method === 'dots' && perOption > 0 ? [t('ballot.perOption', { n: perOption })] : []),
    t(plan.options === 'groups' ? 'rule.groups' : 'rule.ideas', { n: options.length }),
    segments.length === 0 ? t('rule.everybody') : t('rule.segments', { who: segments.join(', ') }),
    t(`rule.tie.${tieBreak}`),
    t(live ? 'rule.live' : 'rule.hidden'),
  ];
}
