import type { ReactElement } from 'react';
import { RulesTable } from '../method/RulesTable';
import { useRecord } from '../sync/react';
import type { RulesChange } from '../wire';
import { moment, t } from '../words/t';
import '../words/session';
import '../words/voting';
import './segments.css';

/** Where a host changed the rules while people voted: each change with both sets of rules, when, by whom and why. */
export function RulesChanges({ changes }: { changes: readonly RulesChange[] }): ReactElement {
  return (
    <section className="panel" aria-labelledby="rules-changes">
      <h3 id="rules-changes">{t('results.rulesChanged', { n: changes.length })}</h3>
      {changes.map((change) => (
        <Change key={`${change.at} ${change.after}`} change={change} />
      ))}
    </section>
  );
}

function Change({ change: { at, by, reason, was, now } }: { change: RulesChange }): ReactElement {
  const name = useRecord('person', by)?.name ?? t('phase.aHost');
  return (
    <div className="rules-change">
      <p>
        <b>{t('results.rulesChangedBy', { name, when: moment(at) })}</b> {reason}
      </p>
      <RulesTable before={was} after={now} />
    </div>
  );
}
