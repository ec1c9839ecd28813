import { type FormEvent, type ReactElement, useState } from 'react';
import { useModel } from '../board/model/model';
import { useMe, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { toast } from '../ui/toasts';
import { limits } from '../wire';
import { t } from '../words/t';
import '../words/moderation';
import '../words/pages';
import './moderation.css';

/** What is expected of people here: hosts write it, everybody reads it, also at the door. */
export default function PolicyPanel(): ReactElement | null {
  const policy = useRecord('board', 'board')?.policy;
  const host = useMe()?.isHost ?? false;
  if (policy === undefined) {
    return null;
  }
  return host ? <Form key={policy} policy={policy} /> : <p className="mod-policy">{policy || t('mod.policyNone')}</p>;
}

function Form({ policy }: { policy: string }): ReactElement {
  const { session } = useModel();
  const [text, setText] = useState(policy);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    session.send({ type: 'writePolicy', policy: text.trim() });
    toast(t('mod.policySaved'));
  };
  return (
    <form className="mod" onSubmit={save} noValidate>
      <Field
        label={t('door.policy')}
        value={text}
        onChange={setText}
        maxLength={limits.policyLength}
        lines={6}
        hint={t('mod.policyHint')}
        placeholder={t('mod.policyExample')}
      />
      <div className="dialog-row">
        <Button look="main" type="submit" isDisabled={text.trim() === policy}>
          {t('mod.save')}
        </Button>
      </div>
    </form>
  );
}
