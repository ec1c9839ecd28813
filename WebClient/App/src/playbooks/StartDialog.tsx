import { type ReactElement, useState } from 'react';
import { sentenceFor } from '../pages/problems';
import { go, Link } from '../pages/router';
import { createBoard } from '../sync';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { limits } from '../wire';
import { t } from '../words/t';
import { Picker } from './Picker';
import type { Playbook } from './playbook';
import '../words/pages';
import '../words/session';

/** On the start page: a playbook, and one press makes a board with it. Without a title the board is called like the playbook. */
export default function StartDialog({
  title,
  name,
  onClose,
}: {
  title: string;
  name: string;
  onClose: () => void;
}): ReactElement {
  const [host, setHost] = useState(name);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const make = (playbook: Playbook): void => {
    if (host.trim() === '') {
      setProblem(t('start.nameMissing'));
      return;
    }
    setBusy(true);
    createBoard({ title: title.trim() || playbook.title, name: host.trim(), playbook: playbook.id }).then(
      ({ board }) => go(`/b/${board}`),
      (error: unknown) => {
        setProblem(sentenceFor(error));
        setBusy(false);
      },
    );
  };
  return (
    <Dialog title={t('playbook.choose')} width="wide" onClose={onClose}>
      {name === '' && (
        <Field
          label={t('start.name')}
          value={host}
          onChange={setHost}
          maxLength={limits.nameLength}
          autoComplete="name"
          error={problem !== '' && host.trim() === '' ? problem : undefined}
        />
      )}
      <Picker use={t('playbook.use')} busy={busy} problem={problem} onUse={make} />
      <p className="field-hint">
        <Link to="/playbooks">{t('playbook.edit')}</Link>
      </p>
    </Dialog>
  );
}
