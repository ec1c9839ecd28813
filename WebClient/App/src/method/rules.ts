import type { StepPlan } from '../wire';
import { t, type WordKey } from '../words/t';

/** One line of a step's rules in words. */
export interface RuleLine {
  readonly word: WordKey;
  readonly says: string;
}

/** A step's rules as people read them: each line names what is ruled and says how. */
export function rulesOf(step: StepPlan): readonly RuleLine[] {
  const { vote } = step;
  return [
    { word: 'rule.sees', says: t(`exposure.${step.exposure}`) },
    { word: 'rule.sealed', says: t(step.sealed ? 'rule.sealedYes' : 'rule.sealedNo') },
    {
      word: 'rule.tools',
      says: step.tools.length === 0 ? t('rule.none') : step.tools.map((tool) => t(`tools.${tool}`)).join(', '),
    },
    {
      word: 'rule.timer',
      says:
        step.seconds === 0
          ? t('rule.noTime')
          : t(step.strict ? 'rule.timeStrict' : 'rule.time', { n: Math.ceil(step.seconds / 60) }),
    },
    { word: 'rule.vote', says: t(`voteBy.${vote.method}`) },
    ...(vote.method === 'none'
      ? []
      : ([
          ...(vote.budget > 0 && vote.method !== 'approval' && vote.method !== 'ranking'
            ? [{ word: `rule.budget.${vote.method}` as WordKey, says: String(vote.budget) }]
            : []),
          ...(vote.perOption > 0 ? [{ word: 'rule.perOption' as WordKey, says: String(vote.perOption) }] : []),
          { word: 'rule.options', says: t(`voteOn.${vote.options}`) },
          { word: 'rule.tie', says: t(`tieBreak.${vote.tieBreak}`) },
          { word: 'rule.live', says: t(vote.live ? 'rule.liveYes' : 'rule.liveNo') },
        ] as const)),
  ];
}
