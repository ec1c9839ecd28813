import { type FormEvent, type ReactElement, useState } from 'react';
import { Button as AriaButton, Group, Input, Label, NumberField, Radio, RadioGroup } from 'react-aria-components';
import { useRecord } from '../../sync/react';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/icons';
import { type BoardSettingsRecord, limits, type SessionStatus } from '../../wire';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import '../../words/windows';
import './settings.css';

/** What hosts decide about the board: its title and brief, dots for each person, open or closed. */
export default function SettingsDialog({ onClose }: { onClose: () => void }): ReactElement | null {
  const board = useRecord('board', 'board');
  return board ? (
    <Dialog title={t('settings.title')} onClose={onClose}>
      <Form board={board} onClose={onClose} />
    </Dialog>
  ) : null;
}

function Form({ board, onClose }: { board: BoardSettingsRecord; onClose: () => void }): ReactElement {
  const { session } = useModel();
  const [title, setTitle] = useState(board.title);
  const [brief, setBrief] = useState(board.brief);
  const [dots, setDots] = useState(board.voteBudget);
  const [status, setStatus] = useState<SessionStatus>(board.status);
  const missing = title.trim() === '';
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (missing) {
      return;
    }
    if (title.trim() !== board.title) {
      session.send({ type: 'renameBoard', title: title.trim() });
    }
    if (brief.trim() !== board.brief) {
      session.send({ type: 'writeBrief', brief: brief.trim() });
    }
    if (dots !== board.voteBudget) {
      session.send({ type: 'setVoteBudget', dots });
    }
    if (status !== board.status) {
      session.send({ type: status === 'open' ? 'openSession' : 'closeSession' });
    }
    onClose();
  };
  return (
    <form className="settings" onSubmit={save} noValidate>
      <Field
        label={t('settings.name')}
        value={title}
        onChange={setTitle}
        maxLength={limits.titleLength}
        error={missing ? t('settings.titleMissing') : undefined}
      />
      <Field
        label={t('settings.brief')}
        value={brief}
        onChange={setBrief}
        maxLength={limits.briefLength}
        lines={3}
        hint={t('settings.briefHint')}
      />
      <Dots value={dots} onChange={setDots} />
      <RadioGroup
        className="radios"
        value={status}
        onChange={(value) => setStatus(value === 'closed' ? 'closed' : 'open')}
      >
        <Label className="field-label">{t('settings.session')}</Label>
        <Radio value="open" className="radio">
          {t('settings.open')}
        </Radio>
        <Radio value="closed" className="radio">
          {t('settings.closed')}
        </Radio>
      </RadioGroup>
      <div className="dialog-row">
        <Button look="plain" onPress={onClose}>
          {t('settings.cancel')}
        </Button>
        <Button look="main" type="submit">
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}

function Dots({ value, onChange }: { value: number; onChange: (dots: number) => void }): ReactElement {
  return (
    <NumberField
      className="number"
      minValue={0}
      maxValue={limits.voteBudget}
      value={value}
      onChange={(dots) => onChange(Number.isFinite(dots) ? Math.round(dots) : 0)}
    >
      <Label className="field-label">{t('settings.dots')}</Label>
      <Group className="number-group">
        <AriaButton slot="decrement" className="icon-button">
          <Icon name="minus" />
        </AriaButton>
        <Input className="input number-input" />
        <AriaButton slot="increment" className="icon-button">
          <Icon name="plus" />
        </AriaButton>
      </Group>
      <p className="field-hint">{t('settings.dotsText')}</p>
    </NumberField>
  );
}
