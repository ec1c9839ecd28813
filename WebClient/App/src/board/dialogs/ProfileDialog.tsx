import { type FormEvent, type ReactElement, useState } from 'react';
import { useMe, useRecord } from '../../sync/react';
import { Button } from '../../ui/Button';
import { Colours } from '../../ui/Colours';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { type Colour, limits, type PersonRecord } from '../../wire';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import '../../words/pages';
import '../../words/windows';
import './settings.css';

/** One's own name and colour on this board. */
export default function ProfileDialog({ onClose }: { onClose: () => void }): ReactElement | null {
  const person = useRecord('person', useMe()?.participant ?? '');
  return person ? (
    <Dialog title={t('people.rename')} width="narrow" onClose={onClose}>
      <Form person={person} onClose={onClose} />
    </Dialog>
  ) : null;
}

function Form({ person, onClose }: { person: PersonRecord; onClose: () => void }): ReactElement {
  const { session } = useModel();
  const [name, setName] = useState(person.name);
  const [colour, setColour] = useState<Colour>(person.colour);
  const missing = name.trim() === '';
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!missing) {
      if (name.trim() !== person.name || colour !== person.colour) {
        session.send({ type: 'changeProfile', name: name.trim(), colour });
      }
      onClose();
    }
  };
  return (
    <form className="settings" onSubmit={save} noValidate>
      <Field
        label={t('start.name')}
        value={name}
        onChange={setName}
        maxLength={limits.nameLength}
        error={missing ? t('start.nameMissing') : undefined}
      />
      <Colours showLabel label={t('join.colour')} value={colour} onChange={setColour} />
      <div className="dialog-row">
        <Button look="plain" onPress={onClose}>
          {t('settings.cancel')}
        </Button>
        <Button look="main" type="submit">
          {t('people.save')}
        </Button>
      </div>
    </form>
  );
}
