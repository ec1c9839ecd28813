import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { hides, minutesOf } from '../method/agenda';
import { Button, IconButton, PlainButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import { limits, type StepPlan } from '../wire';
import { t } from '../words/t';
import { type Finding, findingsOfStep } from './findings';
import { moved, newStep } from './playbook';
import { StepFields } from './StepFields';
import '../words/session';
import './playbooks.css';

/** The steps of a plan: opened to be changed, dragged or moved by keys, added and removed. Steps before `frozen` have begun and stay. */
export function StepList({
  steps,
  onChange,
  findings = [],
  frozen = 0,
  segments = [],
}: {
  steps: readonly StepPlan[];
  onChange: (steps: readonly StepPlan[]) => void;
  findings?: readonly Finding[];
  frozen?: number;
  /** The segments that people on this board are in, to choose from. */
  segments?: readonly string[];
}): ReactElement {
  const list = useRef<HTMLOListElement>(null);
  const [open, setOpen] = useState('');
  const [said, setSaid] = useState('');
  const move = (from: number, to: number): void => {
    if (to < frozen) {
      return;
    }
    const next = moved(steps, from, to);
    if (next !== steps) {
      onChange(next);
      setSaid(t('playbook.moved', { name: steps[from]?.name ?? '', n: to + 1, all: steps.length }));
    }
  };
  const add = (): void => {
    const step = newStep(t('playbook.stepNew'));
    onChange([...steps, step]);
    setOpen(step.id);
  };
  return (
    <div className="step-list">
      <ol ref={list}>
        {steps.map((step, at) => (
          <li key={step.id} data-step={at} className={open === step.id ? 'plan-step plan-step-open' : 'plan-step'}>
            <StepHead
              step={step}
              at={at}
              begun={at < frozen}
              count={steps.length}
              open={open === step.id}
              problems={findingsOfStep(findings, at).length}
              onOpen={() => setOpen(open === step.id ? '' : step.id)}
              onMove={(to) => move(at, to)}
              onDrag={(y) => move(at, placeAt(list.current, y))}
              onRemove={() => onChange(steps.filter(({ id }) => id !== step.id))}
            />
            {open === step.id && at >= frozen && (
              <StepFields
                step={step}
                segments={segments}
                findings={findingsOfStep(findings, at)}
                onChange={(next) => onChange(steps.map((one) => (one.id === step.id ? next : one)))}
              />
            )}
          </li>
        ))}
      </ol>
      {steps.length < limits.stepsPerAgenda && (
        <Button onPress={add}>
          <Icon name="plus" size={18} />
          {t('playbook.addStep')}
        </Button>
      )}
      <p className="hidden-words" role="status">
        {said}
      </p>
    </div>
  );
}

/** The place in the list that lies at a height of the screen. */
function placeAt(list: HTMLOListElement | null, y: number): number {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  const found = rows.findIndex((row) => y < row.getBoundingClientRect().bottom);
  return found < 0 ? rows.length - 1 : found;
}

function StepHead({
  step,
  at,
  begun,
  count,
  open,
  problems,
  onOpen,
  onMove,
  onDrag,
  onRemove,
}: {
  step: StepPlan;
  at: number;
  begun: boolean;
  count: number;
  open: boolean;
  problems: number;
  onOpen: () => void;
  onMove: (to: number) => void;
  onDrag: (y: number) => void;
  onRemove: () => void;
}): ReactElement {
  const { name } = step;
  return (
    <div className="plan-head">
      {begun ? (
        <span className="plan-handle plan-begun" title={t('playbook.stepBegun')}>
          <Icon name="lock" size={16} />
        </span>
      ) : (
        <Handle name={name} at={at} onMove={onMove} onDrag={onDrag} />
      )}
      <PlainButton className="plan-open" aria-expanded={open} isDisabled={begun} onPress={onOpen}>
        <b>
          {at + 1}. {name || t('playbook.stepNew')}
        </b>
        <small>
          {[
            step.seconds > 0 ? t('time.minutes', { n: minutesOf(step) }) : t('timer.none'),
            hides(step) ? t(`exposure.${step.exposure}`) : '',
            step.vote.method === 'none' ? '' : t(`voteBy.${step.vote.method}`),
          ]
            .filter((words) => words !== '')
            .join(' · ')}
        </small>
      </PlainButton>
      {problems > 0 && <span className="plan-problems">{problems}</span>}
      {!begun && (
        <>
          <IconButton
            icon="up"
            size={18}
            label={t('playbook.moveUp', { name })}
            isDisabled={at === 0}
            onPress={() => onMove(at - 1)}
          />
          <IconButton
            icon="down"
            size={18}
            label={t('playbook.moveDown', { name })}
            isDisabled={at === count - 1}
            onPress={() => onMove(at + 1)}
          />
          <IconButton icon="trash" size={18} label={t('playbook.removeStep', { name })} onPress={onRemove} />
        </>
      )}
    </div>
  );
}

/** What a step is dragged by; with the keyboard the arrows move it. */
function Handle({
  name,
  at,
  onMove,
  onDrag,
}: {
  name: string;
  at: number;
  onMove: (to: number) => void;
  onDrag: (y: number) => void;
}): ReactElement {
  const [held, setHeld] = useState(false);
  const press = (event: KeyboardEvent): void => {
    const way = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (way !== 0) {
      event.preventDefault();
      onMove(at + way);
    }
  };
  const take = (event: PointerEvent<HTMLButtonElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld(true);
  };
  return (
    <button
      type="button"
      className={held ? 'plan-handle plan-held' : 'plan-handle'}
      aria-label={t('playbook.dragStep', { name })}
      onKeyDown={press}
      onPointerDown={take}
      onPointerMove={(event) => held && onDrag(event.clientY)}
      onPointerUp={() => setHeld(false)}
      onPointerCancel={() => setHeld(false)}
    >
      <Icon name="grip" size={18} />
    </button>
  );
}
