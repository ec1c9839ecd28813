import { type ReactElement, useState } from 'react';
import { useBoard, useMe, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/icons';
import type { RulesChange, StepPlan } from '../wire';
import { t } from '../words/t';
import { RulesTable } from './RulesTable';
import '../words/session';
import './notices.css';

/** Says to everybody that the rules of this step were changed and why, shows both, and asks for consent where rights or rewards changed. */
export function RulesBanner({ step }: { step: StepPlan }): ReactElement | null {
  const phase = useRecord('phase', 'phase');
  const change = phase?.changes.at(-1);
  const accepted = useRecord('seat', 'seat')?.accepted ?? '';
  const [seen, setSeen] = useState('');
  if (change === undefined || accepted === change.after || seen === change.after) {
    return null;
  }
  return <Changed key={change.after} step={step} change={change} onSeen={() => setSeen(change.after)} />;
}

function Changed({ step, change, onSeen }: { step: StepPlan; change: RulesChange; onSeen: () => void }): ReactElement {
  const session = useBoard();
  const me = useMe();
  const by = useRecord('person', change.by)?.name ?? t('phase.aHost');
  const [open, setOpen] = useState(false);
  const asked = change.consent && me?.isHost === false && me.role !== 'observer';
  const accept = (): void => {
    setOpen(false);
    onSeen();
    if (asked) {
      session.send({ type: 'acceptRules', hash: change.after });
    }
  };
  return (
    <div className="rules-banner" role="status">
      <Icon name="help" size={18} />
      <span>
        <b>{t('rules.changed', { name: by })}</b> {change.reason}
      </span>
      <Button look="plain" onPress={() => setOpen(true)}>
        {t('rules.see')}
      </Button>
      <Button look={asked ? 'main' : 'soft'} onPress={accept}>
        {t(asked ? 'rules.accept' : 'rules.seen')}
      </Button>
      {open && (
        <Dialog title={t('rules.title')} width="wide" onClose={() => setOpen(false)}>
          <p className="dialog-text">
            {t('rules.changed', { name: by })} {change.reason}
          </p>
          <RulesTable before={change.was} after={step} />
          <div className="dialog-row">
            <Button look="main" onPress={accept}>
              {t(asked ? 'rules.accept' : 'rules.seen')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
