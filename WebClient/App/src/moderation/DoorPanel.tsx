import { type FormEvent, type ReactElement, useState } from 'react';
import { useModel } from '../board/model/model';
import { useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { toast } from '../ui/toasts';
import { type DoorRecord, limits } from '../wire';
import { t } from '../words/t';
import { Switch } from './Switch';
import '../words/moderation';
import '../words/pages';
import './moderation.css';

/** Who comes in: a passcode, until when, how many, and whether a host lets them in one by one. */
export default function DoorPanel(): ReactElement | null {
  const door = useRecord('door', 'door');
  return door ? <Form key={JSON.stringify(door)} door={door} /> : null;
}

function Form({ door }: { door: DoorRecord }): ReactElement {
  const { session } = useModel();
  const [asks, setAsks] = useState(door.hasPasscode);
  const [passcode, setPasscode] = useState('');
  const [closes, setCloses] = useState(door.closesAt > 0);
  const [closesAt, setClosesAt] = useState(() => localTime(door.closesAt || Date.now() + 60 * 60_000));
  const [limited, setLimited] = useState(door.most > 0);
  const [most, setMost] = useState(String(door.most || 30));
  const [approve, setApprove] = useState(door.approve);
  const [problem, setProblem] = useState<'' | 'passcode' | 'time' | 'most'>('');

  const save = (event: FormEvent): void => {
    event.preventDefault();
    const at = closes ? new Date(closesAt).getTime() : 0;
    const people = limited ? Number(most) : 0;
    const wrong = faultOf({ asks, kept: door.hasPasscode, passcode, at, limited, people });
    setProblem(wrong);
    if (wrong !== '') {
      return;
    }
    const word = !asks ? (door.hasPasscode ? '' : null) : passcode === '' ? null : passcode;
    void session
      .send({ type: 'setDoor', passcode: word, closesAt: at, most: people, approve })
      .decision.then((decision) => decision === 'accepted' && toast(t('mod.doorSaved')));
  };

  return (
    <form className="mod" onSubmit={save} noValidate>
      <Switch on={approve} onChange={setApprove} label={t('mod.approve')} text={t('mod.approveText')} />
      <Switch on={asks} onChange={setAsks} label={t('mod.passcode')} text={t('mod.passcodeText')} />
      {asks && (
        <Field
          label={t(door.hasPasscode ? 'mod.passcodeNew' : 'door.passcode')}
          value={passcode}
          onChange={setPasscode}
          maxLength={limits.passcodeLength}
          autoComplete="off"
          hint={t(door.hasPasscode ? 'mod.passcodeKept' : 'mod.passcodeHint', { n: limits.passcodeMinLength })}
          error={problem === 'passcode' ? t('mod.passcodeShort', { n: limits.passcodeMinLength }) : undefined}
        />
      )}
      <Switch on={closes} onChange={setCloses} label={t('mod.closes')} text={t('mod.closesText')} />
      {closes && (
        <label className="mod-line">
          <span className="field-label">{t('mod.closesAt')}</span>
          <input
            className="input"
            type="datetime-local"
            value={closesAt}
            aria-invalid={problem === 'time'}
            onChange={(event) => setClosesAt(event.target.value)}
          />
          {problem === 'time' && (
            <span className="field-error" role="alert">
              {t('mod.closesMissing')}
            </span>
          )}
        </label>
      )}
      <Switch on={limited} onChange={setLimited} label={t('mod.most')} text={t('mod.mostText')} />
      {limited && (
        <Field
          label={t('mod.mostPeople')}
          value={most}
          onChange={setMost}
          maxLength={5}
          inputMode="numeric"
          error={problem === 'most' ? t('mod.mostWrong', { n: limits.participantsPerBoard }) : undefined}
        />
      )}
      <div className="dialog-row">
        <Button look="main" type="submit">
          {t('mod.save')}
        </Button>
      </div>
    </form>
  );
}

/** What is wrong with what was typed; an empty text when nothing is. */
function faultOf(typed: {
  asks: boolean;
  kept: boolean;
  passcode: string;
  at: number;
  limited: boolean;
  people: number;
}): '' | 'passcode' | 'time' | 'most' {
  const { asks, kept, passcode, at, limited, people } = typed;
  if (asks && passcode.length < limits.passcodeMinLength && !(kept && passcode === '')) {
    return 'passcode';
  }
  if (!Number.isFinite(at)) {
    return 'time';
  }
  return limited && !(Number.isInteger(people) && people >= 1 && people <= limits.participantsPerBoard) ? 'most' : '';
}

/** A moment as a field for date and time wants it: in the time of this place, without its name. */
function localTime(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
