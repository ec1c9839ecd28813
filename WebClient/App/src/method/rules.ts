import type { StepPlan } from '../wire';
import { t, type WordKey } from '../words/t';
import '../words/session';

/** One line of a step's rules in words. */
export interface RuleLine {
  readonly word: WordKey;
  readonly says: string;
}

/** A step's rules as people read them: each line names what is ruled and says how. */
export function rulesOf(step: StepPlan): readonly RuleLine[] {
  const { vote } = step;
  return [
    { word: 'stepRule.sees', says: t(`exposure.${step.exposure}`) },
    { word: 'stepRule.sealed', says: t(step.sealed ? 'stepRule.sealedYes' : 'stepRule.sealedNo') },
    {
      word: 'stepRule.tools',
      says: step.tools.length === 0 ? t('stepRule.none') : step.tools.map((tool) => t(`tools.${tool}`)).join(', '),
    },
    {
      word: 'stepRule.timer',
      says:
        step.seconds === 0
          ? t('stepRule.noTime')
          : t(step.strict ? 'stepRule.timeStrict' : 'stepRule.time', { n: Math.ceil(step.seconds / 60) }),
    },
    { word: 'stepRule.vote', says: t(`voteBy.${vote.method}`) },
    ...(vote.method === 'none'
      ? []
      : ([
          ...(vote.budget > 0 && vote.method !== 'approval' && vote.method !== 'ranking'
            ? [{ word: `stepRule.budget.${vote.method}` as WordKey, says: String(vote.budget) }]
            : []),
          ...(vote.perOption > 0 ? [{ word: 'stepRule.perOption' as WordKey, says: String(vote.perOption) }] : []),
          { word: 'stepRule.options', says: t(`voteOn.${vote.options}`) },
          { word: 'stepRule.tie', says: t(`tieBreak.${vote.tieBreak}`) },
          { word: 'stepRule.live', says: t(vote.live ? 'stepRule.liveYes' : 'stepRule.liveNo') },
        ] as const)),
  ];
}
