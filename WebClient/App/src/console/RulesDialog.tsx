import { type FormEvent, type ReactElement, useState } from 'react';
import { useModel } from '../board/model/model';
import { RulesTable } from '../method/RulesTable';
import { useMethod } from '../method/useMethod';
import { StepFields, Tick } from '../playbooks/StepFields';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { limits, type StepPlan } from '../wire';
import { t } from '../words/t';
import '../words/session';
import '../words/windows';

/** Changes the rules of the step that runs: what is to be other, and why. */
export default function RulesDialog({ onClose }: { onClose: () => void }): ReactElement | null {
  const { step } = useMethod();
  return step === undefined ? null : (
    <Dialog title={t('rules.change')} width="wide" onClose={onClose}>
      <Form key={step.id} before={step} onClose={onClose} />
    </Dialog>
  );
}

function Form({ before, onClose }: { before: StepPlan; onClose: () => void }): ReactElement {
  const { session } = useModel();
  const [step, setStep] = useState(before);
  const [reason, setReason] = useState('');
  const [terms, setTerms] = useState(false);
  const [asked, setAsked] = useState(false);
  const same = JSON.stringify(step) === JSON.stringify(before);
  const missing = reason.trim() === '';
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!same && !missing && step.name.trim() !== '') {
      session.send({ type: 'changeRules', step, reason: reason.trim(), terms });
      onClose();
    }
  };
  return (
    <form className="rules-form" onSubmit={save} noValidate>
      <p className="dialog-text">{t('rules.changeText')}</p>
      <StepFields step={step} onChange={setStep} frozen />
      <Tick label={t('rules.terms')} on={terms} onChange={setTerms} />
      <Field
        label={t('rules.reason')}
        hint={t('rules.reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={limits.stepTextLength}
        lines={2}
        error={asked && missing ? t('rules.reasonMissing') : undefined}
      />
      {!same && <RulesTable before={before} after={step} />}
      {asked && same && (
        <p className="field-error" role="alert">
          {t('rules.same')}
        </p>
      )}
      <div className="dialog-row">
        <Button look="plain" onPress={onClose}>
          {t('settings.cancel')}
        </Button>
        <Button look="main" type="submit">
          {t('rules.do')}
        </Button>
      </div>
    </form>
  );
}
