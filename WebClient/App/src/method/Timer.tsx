import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import { type Countdown, clockWords, milestone } from './countdown';
import '../words/session';

/** The time left. Near the end it changes its colour, its picture and its words; it never makes a sound. */
export function Timer({ countdown, words = true }: { countdown: Countdown; words?: boolean }): ReactElement {
  const { left, paused, mood } = countdown;
  const state = paused ? 'paused' : mood;
  return (
    <span className={`timer timer-${state}`}>
      <Icon name={paused ? 'pause' : mood === 'calm' ? 'clock' : 'hourglass'} size={16} />
      <b>{clockWords(left)}</b>
      {words && state !== 'calm' && <em>{t(`timer.${state}`)}</em>}
    </span>
  );
}

/** Tells those who listen to the screen when five minutes and one minute are left, and the end. */
export function TimerVoice({ countdown }: { countdown: Countdown | null }): ReactElement {
  const [said, setSaid] = useState('');
  const before = useRef<number | null>(null);
  const left = countdown === null ? null : countdown.left;
  useEffect(() => {
    const passed = left === null || before.current === null ? null : milestone(before.current, left);
    before.current = left;
    if (passed !== null) {
      setSaid(t(passed === 0 ? 'timer.sayEnd' : 'timer.sayLeft', { n: passed }));
    }
  }, [left]);
  return (
    <p className="hidden-words" aria-live="polite">
      {said}
    </p>
  );
}
