import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { limits } from '../wire';
import { t } from '../words/t';
import { cleanCode, go } from './router';
import '../words/pages';
import './pages.css';

/** A field for the code that is on the screen or in the invitation. */
export function JoinByCode(): ReactElement {
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const clean = cleanCode(code);
    setShort(clean.length !== limits.joinCodeLength);
    if (clean.length === limits.joinCodeLength) {
      go(`/j/${clean}`);
    }
  };
  return (
    <form className="sheet start-join" onSubmit={submit} noValidate>
      <h2>{t('start.join')}</h2>
      <div className="start-join-row">
        <Field
          label={t('start.code')}
          className="code-input"
          value={code}
          onChange={setCode}
          maxLength={12}
          placeholder="7KQ4MD"
          hint={t('start.codeHint')}
          error={short ? t('start.codeShort') : undefined}
        />
        <Button type="submit" look="soft">
          {t('start.joinGo')}
        </Button>
      </div>
    </form>
  );
}
