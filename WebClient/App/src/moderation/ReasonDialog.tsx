import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { limits } from '../wire';
import { t } from '../words/t';
import '../words/moderation';
import './moderation.css';

/** Asks a host for the reason that somebody will read, and does it. */
export function ReasonDialog({
  title,
  text,
  deed,
  optional = false,
  danger = false,
  suggestions = [],
  onReason,
  onDone,
}: {
  title: string;
  text: string;
  /** What the button says. */
  deed: string;
  optional?: boolean;
  danger?: boolean;
  suggestions?: readonly string[];
  onReason: (reason: string) => void;
  onDone: () => void;
}): ReactElement {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!optional && reason.trim() === '') {
      setMissing(true);
      return;
    }
    onReason(reason.trim());
    onDone();
  };
  return (
    <Dialog role="alertdialog" width="narrow" title={title} onClose={onDone}>
      <form className="mod" onSubmit={submit} noValidate>
        <p className="dialog-text">{text}</p>
        {suggestions.length > 0 && (
          <div className="mod-chips">
            {suggestions.map((suggestion) => (
              <Button key={suggestion} onPress={() => setReason(suggestion)}>
                {suggestion}
              </Button>
            ))}
          </div>
        )}
        <Field
          label={t(optional ? 'mod.reasonOptional' : 'mod.reason')}
          value={reason}
          onChange={setReason}
          maxLength={limits.reasonLength}
          lines={2}
          autoFocus
          error={missing && reason.trim() === '' ? t('mod.reasonMissing') : undefined}
        />
        <div className="dialog-row">
          <Button onPress={onDone}>{t('mod.cancel')}</Button>
          <Button look={danger ? 'danger' : 'main'} type="submit">
            {deed}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
