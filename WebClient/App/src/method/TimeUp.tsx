import type { ReactElement } from 'react';
import { useMe } from '../sync/react';
import { Icon } from '../ui/icons';
import type { StepPlan } from '../wire';
import { t } from '../words/t';
import { useCountdown, useTimeUp } from './useCountdown';
import '../words/session';
import './notices.css';

/** When a step's time is over: whether one may still finish, and how to get more time. Nothing moves on by itself. */
export function TimeUp({ step }: { step: StepPlan }): ReactElement | null {
  const countdown = useCountdown();
  const stopped = useTimeUp(step);
  const me = useMe();
  if (countdown?.mood !== 'over' || countdown.paused) {
    return null;
  }
  return (
    <div className="time-up" role="status">
      <Icon name="hourglass" size={18} />
      <span>
        <b>{t('timer.over')}</b> {t(stopped ? 'timer.stopped' : step.strict ? 'timer.grace' : 'timer.finish')}
      </span>
      {me?.isHost === false && me.role !== 'observer' && <span className="time-ask">{t('timer.ask')}</span>}
    </div>
  );
}
