import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { clockWords } from '../method/countdown';
import { addMinute, begin, THE_END, THE_REVEAL, togglePause } from '../method/hosting';
import { useSharedCountdown } from '../method/useCountdown';
import { useMethod } from '../method/useMethod';
import { useReady } from '../method/useReady';
import { useAll, useBoard, usePeopleHere } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import { MenuButton, type MenuLines } from '../ui/Menu';
import { t } from '../words/t';
import { TimeRequests } from './TimeRequests';
import { Turnout } from './VotesPanel';
import '../words/session';
import '../words/voting';
import './now.css';

/** The step that runs: its clock, who is still at it, and what comes next. */
export function NowCard(): ReactElement | null {
  const model = useModel();
  const { stage, agenda, step, next, phase } = useMethod();
  const here = usePeopleHere();
  if (agenda === undefined) {
    return null;
  }
  return (
    <section className="console-now" aria-labelledby="console-now">
      <p className="console-place">
        {stage === 'running' && t('phase.stepOf', { n: agenda.index + 1, all: agenda.steps.length })}
        {stage === 'lobby' && t('console.inLobby', { n: here })}
        {stage === 'over' && agenda.playbook}
      </p>
      <h2 id="console-now">{stage === 'running' ? step?.name : t(stage === 'lobby' ? 'phase.lobby' : 'phase.over')}</h2>
      {stage === 'running' && <Clock />}
      {stage === 'running' && <TimeRequests />}
      {stage === 'running' && step !== undefined && <Counts asks={step.readyCheck} hidden={phase?.hidden ?? 0} />}
      {next !== undefined && (
        <Button look="main" className="button-big" onPress={() => begin(model, next)}>
          <Icon name="next" size={18} />
          {t('console.begin', { name: next.name })}
        </Button>
      )}
      {stage === 'running' && (
        <Button look={next === undefined ? 'main' : 'plain'} onPress={() => model.ui.beginning.set(THE_END)}>
          {t('console.end')}
        </Button>
      )}
    </section>
  );
}

function Clock(): ReactElement {
  const model = useModel();
  const { step } = useMethod();
  const countdown = useSharedCountdown();
  const state = countdown === null ? 'none' : countdown.paused ? 'paused' : countdown.mood;
  return (
    <div className={`console-clock console-clock-${state}`}>
      <p className="console-time" role="timer" aria-label={t('timer.label')}>
        {countdown === null ? t('timer.none') : clockWords(countdown.left)}
        {state !== 'none' && state !== 'calm' && <em>{t(`timer.${state}`)}</em>}
      </p>
      <div className="console-keys">
        <Button onPress={() => addMinute(model)} aria-label={t('console.minute')}>
          {t('console.plus', { n: 1 })}
        </Button>
        {countdown !== null && (
          <Button onPress={() => togglePause(model)}>
            <Icon name={countdown.paused ? 'play' : 'pause'} size={17} />
            {t(countdown.paused ? 'console.resume' : 'console.pause')}
          </Button>
        )}
        <SetTimer />
      </div>
      {step?.strict === true && countdown !== null && <p className="field-hint">{t('console.strict')}</p>}
    </div>
  );
}

const choices = [1, 2, 3, 5, 8, 10, 15, 20, 30, 45, 60];

function SetTimer(): ReactElement {
  const session = useBoard();
  const lines: MenuLines = [
    ...choices.map((n) => ({
      key: String(n),
      label: t('console.minutesLeft', { n }),
      act: () => void session.send({ type: 'setTimer', seconds: n * 60 }),
    })),
    null,
    { key: '0', label: t('console.noTimer'), act: () => void session.send({ type: 'setTimer', seconds: 0 }) },
  ];
  return (
    <MenuButton label={t('console.setTimer')} lines={lines}>
      <Button>
        <Icon name="clock" size={17} />
        {t('console.setTimer')}
      </Button>
    </MenuButton>
  );
}

function Counts({ asks, hidden }: { asks: boolean; hidden: number }): ReactElement {
  const model = useModel();
  return (
    <div className="console-counts">
      {asks && <ReadyNames />}
      <OpenVotes />
      {hidden > 0 && (
        <p className="console-hidden">
          <Icon name="hidden" size={17} />
          <span>{t('console.hidden', { n: hidden })}</span>
          <Button onPress={() => model.ui.beginning.set(THE_REVEAL)}>{t('console.reveal')}</Button>
        </p>
      )}
    </div>
  );
}

/** How far the votes are that are open now. */
function OpenVotes(): ReactElement {
  const open = useAll('vote').filter(({ status }) => status === 'open');
  return (
    <>
      {open.map((vote) => (
        <div key={vote.id} className="console-ready">
          <p>
            <b>{t('ballot.turnout', { n: vote.turnout, all: vote.eligible })}</b>
          </p>
          <Turnout vote={vote} />
          {!vote.plan.live && <p className="field-hint">{t('ballot.hiddenTally')}</p>}
        </div>
      ))}
    </>
  );
}

const MOST_NAMES = 8;

function ReadyNames(): ReactElement {
  const { finished, left } = useReady();
  const all = finished.length + left.length;
  return (
    <div className="console-ready">
      <p>
        <b>{t('console.finished', { n: finished.length, all })}</b>
      </p>
      <progress
        max={Math.max(1, all)}
        value={finished.length}
        aria-label={t('console.finished', { n: finished.length, all })}
      />
      {left.length > 0 && (
        <p className="field-hint">
          {t('console.atIt', {
            names: left
              .slice(0, MOST_NAMES)
              .map(({ name }) => name)
              .join(', '),
          })}
          {left.length > MOST_NAMES && ` +${left.length - MOST_NAMES}`}
        </p>
      )}
    </div>
  );
}
