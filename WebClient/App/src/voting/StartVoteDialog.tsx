import { type FormEvent, type ReactElement, useState } from 'react';
import {
  Button as AriaButton,
  Group,
  Input,
  Label,
  NumberField,
  Radio,
  RadioGroup,
  Switch,
} from 'react-aria-components';
import { Choice } from '../board/dialogs/Choice';
import { type SegmentSize, sizesOf } from '../board/dialogs/segments';
import { useModel } from '../board/model/model';
import { newId } from '../sync';
import { useAll, useIds } from '../sync/react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Icon } from '../ui/icons';
import type { TieBreak, VoteOptions } from '../wire';
import { limits } from '../wire';
import { t } from '../words/t';
import { openVote } from './focus';
import { MethodPicture } from './MethodPicture';
import { budgetOf, canBeLive, methods, type PlanMethod, planOf } from './plan';
import '../words/voting';
import '../words/windows';
import '../board/dialogs/settings.css';
import './startVote.css';

/** Begins a vote on what is on the board now: which method, with how much, on what, by whom. */
export default function StartVoteDialog({ onClose }: { onClose: () => void }): ReactElement {
  const model = useModel();
  const ideas = useIds('idea').length;
  const groups = useIds('group').length;
  const before = useAll('vote').some(({ status }) => status === 'closed');
  const segments = sizesOf(useAll('person'));
  const [method, setMethod] = useState<PlanMethod>('dots');
  const [title, setTitle] = useState('');
  const [options, setOptions] = useState<VoteOptions>('ideas');
  const count = options === 'ideas' ? ideas : groups;
  const [budget, setBudget] = useState<number | null>(null);
  const [perOption, setPerOption] = useState(0);
  const [top, setTop] = useState(0);
  const [tieBreak, setTieBreak] = useState<TieBreak>('shared');
  const [by, setBy] = useState<readonly string[]>([]);
  const [live, setLive] = useState(false);
  const range = budgetOf(method, count);
  const start = (event: FormEvent): void => {
    event.preventDefault();
    if (count < 2) {
      return;
    }
    const id = newId();
    const plan = planOf({ method, count, budget, perOption, options, top, segments: by, tieBreak, live });
    model.session.send({ type: 'openVote', id, title: title.trim() || t(`method.${method}`), plan });
    onClose();
    openVote(model, id);
  };
  return (
    <Dialog title={t('startVote.title')} onClose={onClose} width="wide">
      <form className="start-vote" onSubmit={start} noValidate>
        <RadioGroup className="methods" value={method} onChange={(value) => setMethod(value as PlanMethod)}>
          <Label className="field-label">{t('startVote.method')}</Label>
          <div className="methods-list">
            {methods.map((one) => (
              <Radio key={one} value={one} className="method">
                <MethodPicture method={one} />
                <span>
                  <b>{t(`method.${one}`)}</b>
                  <small>{t(`method.${one}.when`)}</small>
                </span>
              </Radio>
            ))}
          </div>
        </RadioGroup>
        <div className="start-vote-more">
          <Field
            label={t('startVote.question')}
            value={title}
            onChange={setTitle}
            maxLength={limits.titleLength}
            placeholder={t(`method.${method}.question`)}
          />
          <Choice
            label={t('startVote.on')}
            value={options}
            onChange={setOptions}
            options={[
              { value: 'ideas', label: t('startVote.ideas', { n: ideas }) },
              { value: 'groups', label: t('startVote.groups', { n: groups }) },
            ]}
          />
          {count < 2 && (
            <p className="field-error" role="alert">
              {t('startVote.tooFew')}
            </p>
          )}
          {range && (
            <Amount
              label={t(`startVote.budget.${range.word}`)}
              hint={t(`startVote.budgetHint.${range.word}`)}
              value={budget ?? range.usual}
              least={1}
              most={range.most}
              onChange={setBudget}
            />
          )}
          {method === 'dots' && (
            <Amount
              label={t('startVote.perOption')}
              hint={t('startVote.perOptionHint')}
              value={perOption}
              least={0}
              most={range?.most ?? 0}
              onChange={setPerOption}
            />
          )}
          <details className="start-vote-details">
            <summary>{t('startVote.details')}</summary>
            <Choice
              label={t('startVote.tie')}
              value={tieBreak}
              onChange={setTieBreak}
              options={(['shared', 'voters', 'older', 'lot'] as const).map((value) => ({
                value,
                label: t(`tie.${value}`),
                text: t(`tie.${value}.text`),
              }))}
            />
            {before && (
              <Amount
                label={t('startVote.top')}
                hint={t('startVote.topHint')}
                value={top}
                least={0}
                most={count}
                onChange={setTop}
              />
            )}
            {segments.length > 0 ? (
              <Segments all={segments} chosen={by} onChange={setBy} />
            ) : (
              <Button look="plain" onPress={() => model.ui.dialog.set('segments')}>
                {t('segments.startFirst')}
              </Button>
            )}
            {canBeLive(method) && (
              <Switch className="switch" isSelected={live} onChange={setLive}>
                <span className="switch-track" aria-hidden="true" />
                <span>
                  {t('startVote.live')}
                  <small>{t(live ? 'startVote.liveOn' : 'startVote.liveOff')}</small>
                </span>
              </Switch>
            )}
          </details>
        </div>
        <div className="dialog-row start-vote-foot">
          <Button look="plain" onPress={onClose}>
            {t('settings.cancel')}
          </Button>
          <Button look="main" type="submit" isDisabled={count < 2}>
            {t('startVote.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Segments({
  all,
  chosen,
  onChange,
}: {
  all: readonly SegmentSize[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}): ReactElement {
  return (
    <fieldset className="start-vote-segments">
      <legend className="field-label">{t('startVote.who')}</legend>
      <p className="field-hint">{t(chosen.length === 0 ? 'startVote.everybody' : 'startVote.only')}</p>
      {all.map(({ name: segment, people }) => (
        <label key={segment} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(segment)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, segment].sort() : chosen.filter((one) => one !== segment))
            }
          />
          {segment} <small>{people}</small>
        </label>
      ))}
    </fieldset>
  );
}

function Amount({
  label,
  hint,
  value,
  least,
  most,
  onChange,
}: {
  label: string;
  hint: string;
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
}): ReactElement {
  return (
    <NumberField
      className="number"
      minValue={least}
      maxValue={most}
      value={value}
      onChange={(next) => onChange(Number.isFinite(next) ? Math.round(next) : least)}
    >
      <Label className="field-label">{label}</Label>
      <Group className="number-group">
        <AriaButton slot="decrement" className="icon-button">
          <Icon name="minus" />
        </AriaButton>
        <Input className="input number-input" />
        <AriaButton slot="increment" className="icon-button">
          <Icon name="plus" />
        </AriaButton>
      </Group>
      <p className="field-hint">{hint}</p>
    </NumberField>
  );
}
