import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { useMe, useSource } from '../sync/react';
import { Hinted, PlainButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import { MoreTime } from './MoreTime';
import { Timer, TimerVoice } from './Timer';
import { useCountdown } from './useCountdown';
import { useMethod } from './useMethod';
import { useRevealed } from './useRevealed';
import './phaseBar.css';
import '../words/session';

/** Where the session is: the step before, the one that runs with its timer, the one that comes. Pressing it shows what is to be done, always. */
export default function PhaseBar(): ReactElement | null {
  const { stage, agenda, step, next } = useMethod();
  useRevealed();
  if (agenda === undefined || stage === 'none') {
    return null;
  }
  const before = agenda.steps[agenda.index - 1];
  const rest = agenda.steps.length - agenda.index - 2;
  return (
    <nav className="phase-bar" aria-label={t('phase.agenda')}>
      {before && stage === 'running' && (
        <span className="phase phase-done">
          <Icon name="check" size={15} />
          <span className="hidden-words">{t('phase.done')} </span>
          <span>{before.name}</span>
        </span>
      )}
      {stage === 'lobby' && <Lobby />}
      {stage === 'running' && step && <Now at={agenda.index} all={agenda.steps.length} id={step.id} name={step.name} />}
      {stage === 'running' && <MoreTime />}
      {stage === 'over' && (
        <span className="phase phase-now">
          <Icon name="flag" size={16} />
          {t('phase.over')}
        </span>
      )}
      {next && (
        <span className="phase phase-next">
          <small>{t('phase.next')}</small>
          <span>{next.name}</span>
        </span>
      )}
      {rest > 0 && stage === 'running' && (
        <span
          className="phase phase-rest"
          title={agenda.steps
            .slice(agenda.index + 2)
            .map(({ name }) => name)
            .join(' · ')}
        >
          {t('phase.more', { n: rest })}
        </span>
      )}
    </nav>
  );
}

function Lobby(): ReactElement {
  const { ui } = useModel();
  const aside = useSource(ui.lookAtBoard);
  return (
    <PlainButton className="phase phase-now" aria-expanded={!aside} onPress={() => ui.lookAtBoard.set(!aside)}>
      <Icon name="hourglass" size={16} />
      {t('phase.lobby')}
    </PlainButton>
  );
}

function Now({ at, all, id, name }: { at: number; all: number; id: string; name: string }): ReactElement {
  const { ui } = useModel();
  const countdown = useCountdown();
  const host = useMe()?.isHost ?? false;
  const turned = useSource(ui.stepTurned) === id;
  const open = turned === host;
  return (
    <>
      <Hinted label={t(open ? 'phase.fold' : 'phase.unfold')} side="bottom">
        <PlainButton
          className="phase phase-now"
          aria-expanded={open}
          onPress={() => ui.stepTurned.set(turned ? '' : id)}
        >
          <small>{t('phase.place', { n: at + 1, all })}</small>
          <b>{name}</b>
          {countdown && <Timer countdown={countdown} />}
        </PlainButton>
      </Hinted>
      <TimerVoice countdown={countdown} />
    </>
  );
}
