import type { ReactElement } from 'react';
import type { StepPlan } from '../wire';
import { t } from '../words/t';
import { rulesOf } from './rules';
import '../words/session';
import './rules.css';

/** The rules of a step; beside those before, where they are known, with what differs marked by weight and a word. */
export function RulesTable({ before, after }: { before: StepPlan | null; after: StepPlan }): ReactElement {
  const old = new Map(before === null ? [] : rulesOf(before).map(({ word, says }) => [word, says]));
  const lines = rulesOf(after);
  return (
    <table className="rules">
      <thead>
        <tr>
          <th scope="col">{t('rules.rule')}</th>
          {before !== null && <th scope="col">{t('rules.before')}</th>}
          <th scope="col">{t('rules.now')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ word, says }) => {
          const differs = before !== null && old.get(word) !== says;
          return (
            <tr key={word} className={differs ? 'rules-differs' : ''}>
              <th scope="row">{t(word)}</th>
              {before !== null && <td>{old.get(word) ?? t('stepRule.none')}</td>}
              <td>
                {says}
                {differs && <em className="chip">{t('rules.new')}</em>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
