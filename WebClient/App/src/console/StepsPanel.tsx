import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { hides, minutesOf } from '../method/agenda';
import { begin } from '../method/hosting';
import { useMethod } from '../method/useMethod';
import { useBoard } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import type { StepPlan } from '../wire';
import { t } from '../words/t';
import '../words/session';
import './lists.css';

/** All steps, each to be begun, forward or back; and what else a host does about the whole. */
export function StepsPanel(): ReactElement {
  const { ui } = useModel();
  const { stage, agenda } = useMethod();
  return (
    <>
      {agenda !== undefined && stage !== 'none' && (
        <ol className="console-steps">
          {agenda.steps.map((step, at) => (
            <Step key={step.id} step={step} state={at < agenda.index ? 'done' : at === agenda.index ? 'now' : 'next'} />
          ))}
        </ol>
      )}
      <div className="console-more">
        {stage !== 'none' && (
          <Button look="plain" onPress={() => ui.dialog.set('agenda')}>
            <Icon name="pencil" size={17} />
            {t('console.editPlan')}
          </Button>
        )}
        {stage === 'running' && (
          <Button look="plain" onPress={() => ui.dialog.set('rules')}>
            <Icon name="settings" size={17} />
            {t('console.changeRules')}
          </Button>
        )}
        {(stage === 'lobby' || stage === 'over') && (
          <Button look="plain" onPress={() => ui.dialog.set('playbook')}>
            <Icon name="list" size={17} />
            {t('playbook.another')}
          </Button>
        )}
        <BigScreenLink />
      </div>
    </>
  );
}

function BigScreenLink(): ReactElement {
  const { board } = useBoard();
  return (
    <a className="button button-plain" href={`/b/${board}/big`} target="_blank" rel="noreferrer">
      <Icon name="screen" size={17} />
      {t('console.bigScreen')}
    </a>
  );
}

function Step({ step, state }: { step: StepPlan; state: 'done' | 'now' | 'next' }): ReactElement {
  const model = useModel();
  const icon = state === 'done' ? 'check' : state === 'now' ? 'play' : null;
  return (
    <li
      className={`console-step console-step-${state}`}
      aria-current={state === 'now' ? 'step' : undefined}
      data-keeps-focus
      tabIndex={-1}
    >
      <span className="console-mark" aria-hidden="true">
        {icon && <Icon name={icon} size={15} />}
      </span>
      <span className="console-name">
        <b>{step.name}</b>
        <small>
          {[
            step.seconds > 0 ? t('time.minutes', { n: minutesOf(step) }) : '',
            hides(step) ? t(`exposure.${step.exposure}`) : '',
            step.vote.method === 'none' ? '' : t(`voteBy.${step.vote.method}`),
          ]
            .filter((words) => words !== '')
            .join(' · ')}
        </small>
      </span>
      {state !== 'now' && (
        <Button
          look={state === 'next' ? 'soft' : 'plain'}
          aria-label={t('console.begin', { name: step.name })}
          onPress={() => begin(model, step)}
        >
          {t(state === 'next' ? 'console.go' : 'console.again')}
        </Button>
      )}
    </li>
  );
}
