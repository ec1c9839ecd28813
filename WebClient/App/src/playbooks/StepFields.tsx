import { type ReactElement, useId } from 'react';
import { Choice } from '../board/dialogs/Choice';
import { Field } from '../ui/Field';
import {
  exposureValues,
  limits,
  type StepPlan,
  stepToolValues,
  tieBreakValues,
  type VotePlan,
  voteMethodValues,
  voteOptionsValues,
} from '../wire';
import { t } from '../words/t';
import { type Finding, findingsAt } from './findings';
import { voteWith, withSegment, withTool } from './playbook';
import '../words/session';
import './playbooks.css';

/** Everything that is planned about one step, in plain words. `frozen` leaves out what cannot change once it runs. */
export function StepFields({
  step,
  onChange,
  findings = [],
  frozen = false,
  segments = [],
}: {
  step: StepPlan;
  onChange: (step: StepPlan) => void;
  findings?: readonly Finding[];
  frozen?: boolean;
  /** The segments that people on this board are in. */
  segments?: readonly string[];
}): ReactElement {
  const set = (part: Partial<StepPlan>): void => onChange({ ...step, ...part });
  return (
    <div className="step-fields">
      <Field
        label={t('step.field.name')}
        value={step.name}
        onChange={(name) => set({ name })}
        maxLength={limits.stepNameLength}
        error={step.name.trim() === '' ? t('step.field.nameMissing') : undefined}
      />
      <Field
        label={t('step.field.text')}
        value={step.text}
        onChange={(text) => set({ text })}
        maxLength={limits.stepTextLength}
        lines={3}
        hint={t('step.field.textHint')}
      />
      <Found findings={findingsAt(findings, 'text')} />
      {!frozen && (
        <>
          <NumberBox
            label={t('step.field.minutes')}
            hint={t('step.field.minutesHint')}
            value={step.seconds / 60}
            most={limits.stepSeconds / 60}
            onChange={(minutes) => set({ seconds: Math.round(minutes * 60) })}
          />
          <Found findings={findingsAt(findings, 'seconds')} />
          <Choice
            label={t('step.field.exposure')}
            value={step.exposure}
            onChange={(exposure) => set({ exposure })}
            options={exposureValues.map((value) => ({ value, label: t(`exposure.${value}`) }))}
          />
          <Found findings={findingsAt(findings, 'exposure')} />
        </>
      )}
      <Tick label={t('step.field.strict')} on={step.strict} onChange={(strict) => set({ strict })} />
      {!frozen && <Tick label={t('step.field.sealed')} on={step.sealed} onChange={(sealed) => set({ sealed })} />}
      <Tick label={t('step.field.ready')} on={step.readyCheck} onChange={(readyCheck) => set({ readyCheck })} />
      <fieldset className="ticks">
        <legend className="field-label">{t('step.field.tools')}</legend>
        {stepToolValues.map((tool) => (
          <Tick
            key={tool}
            label={t(`tools.${tool}`)}
            on={step.tools.includes(tool)}
            onChange={(on) => set({ tools: withTool(step.tools, tool, on) })}
          />
        ))}
      </fieldset>
      <Found findings={findingsAt(findings, 'tools')} />
      {!frozen && <VoteFields vote={step.vote} known={segments} onChange={(vote) => set({ vote })} />}
      <Found findings={findingsAt(findings, 'vote')} />
    </div>
  );
}

const budgeted: ReadonlySet<string> = new Set(['dots', 'score', 'quadratic', 'pairwise', 'budget']);

function VoteFields({
  vote,
  known,
  onChange,
}: {
  vote: VotePlan;
  known: readonly string[];
  onChange: (vote: VotePlan) => void;
}): ReactElement {
  const { method } = vote;
  return (
    <>
      <Choice
        label={t('step.field.vote')}
        value={method}
        onChange={(chosen) => onChange(voteWith(chosen))}
        options={voteMethodValues.map((value) => ({ value, label: t(`voteBy.${value}`) }))}
      />
      {method !== 'none' && (
        <div className="step-vote">
          {budgeted.has(method) && (
            <NumberBox
              label={t(`step.field.budget.${method as 'dots'}`)}
              value={vote.budget}
              most={limits.voteBudget}
              onChange={(budget) => onChange({ ...vote, budget })}
            />
          )}
          {method === 'dots' && (
            <NumberBox
              label={t('step.field.perOption')}
              value={vote.perOption}
              most={limits.voteBudget}
              onChange={(perOption) => onChange({ ...vote, perOption })}
            />
          )}
          <Choice
            label={t('step.field.options')}
            value={vote.options}
            onChange={(options) => onChange({ ...vote, options })}
            options={voteOptionsValues.map((value) => ({ value, label: t(`voteOn.${value}`) }))}
          />
          <NumberBox
            label={t('step.field.top')}
            value={vote.top}
            most={1000}
            onChange={(top) => onChange({ ...vote, top })}
          />
          <Choice
            label={t('step.field.tie')}
            value={vote.tieBreak}
            onChange={(tieBreak) => onChange({ ...vote, tieBreak })}
            options={tieBreakValues.map((value) => ({ value, label: t(`tieBreak.${value}`) }))}
          />
          <Field
            label={t('step.field.segments')}
            hint={t('step.field.segmentsHint')}
            value={vote.segments.join(', ')}
            maxLength={1000}
            onChange={(text) => onChange({ ...vote, segments: wordsIn(text) })}
          />
          {known.length > 0 && (
            <div className="ticks">
              {known.map((name) => (
                <Tick
                  key={name}
                  label={name}
                  on={vote.segments.includes(name)}
                  onChange={(on) => onChange({ ...vote, segments: withSegment(vote.segments, name, on) })}
                />
              ))}
            </div>
          )}
          <Tick label={t('step.field.live')} on={vote.live} onChange={(live) => onChange({ ...vote, live })} />
        </div>
      )}
    </>
  );
}

/** Words with commas between them; what is typed last may still be empty. */
export function wordsIn(text: string): readonly string[] {
  return text === '' ? [] : text.split(/,\s*/);
}

/** A whole number. */
export function NumberBox({
  label,
  hint,
  value,
  most,
  onChange,
}: {
  label: string;
  hint?: string;
  value: number;
  most: number;
  onChange: (value: number) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="field number-box">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="number"
        inputMode="numeric"
        min={0}
        max={most}
        value={Math.round(value * 100) / 100}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(Math.max(0, Math.min(most, Number(event.target.value) || 0)))}
      />
      {hint !== undefined && (
        <p id={`${id}-note`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** Yes or no. */
export function Tick({
  label,
  on,
  onChange,
}: {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}): ReactElement {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** What the check found about a field, under it. */
export function Found({ findings }: { findings: readonly Finding[] }): ReactElement | null {
  return findings.length === 0 ? null : (
    <ul className="found">
      {findings.map(({ path, severity, text }) => (
        <li key={`${path} ${text}`} className={`found-${severity}`}>
          {text}
        </li>
      ))}
    </ul>
  );
}
