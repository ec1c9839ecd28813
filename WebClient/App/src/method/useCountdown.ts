import { useEffect, useState } from 'react';
import { useRecord, useSource } from '../sync/react';
import { serverClock } from '../sync/serverClock';
import { limits, type PhaseRecord, type StepPlan } from '../wire';
import { type Countdown, contributionsOver, countdownAt, nextTick } from './countdown';

/** Now by the server's clock, in Unix milliseconds. */
export function useServerNow(): () => number {
  const ahead = useSource(serverClock.ahead);
  return () => Date.now() + ahead;
}

/** This person's time left in the step that runs; renders again when the clock shows another second. Null without a timer. */
export function useCountdown(): Countdown | null {
  const phase = useRecord('phase', 'phase');
  const extra = useRecord('seat', 'seat')?.extraSeconds ?? 0;
  return useTicking(phase, extra);
}

/** The same for everybody, without anybody's own extension: what a host sees, and the big screen. */
export function useSharedCountdown(): Countdown | null {
  return useTicking(useRecord('phase', 'phase'), 0);
}

function useTicking(phase: PhaseRecord | undefined, extraSeconds: number): Countdown | null {
  const now = useServerNow();
  const [, tick] = useState(0);
  const shown = countdownAt(phase, extraSeconds, now());
  const wait = shown === null || shown.paused || shown.left === 0 ? 0 : nextTick(shown);
  useEffect(() => {
    if (wait > 0) {
      const timer = setTimeout(() => tick((n) => n + 1), wait);
      return () => clearTimeout(timer);
    }
    return undefined;
  });
  return shown;
}

/** Whether nothing can be added any more because a strict timer is over for this person. */
export function useTimeUp(step: StepPlan | undefined): boolean {
  const phase = useRecord('phase', 'phase');
  const extra = useRecord('seat', 'seat')?.extraSeconds ?? 0;
  const now = useServerNow();
  const [, look] = useState(0);
  const over = contributionsOver(step, phase, extra, limits.graceSeconds, now());
  const ends = (phase?.endsAt ?? 0) + (extra + limits.graceSeconds) * 1000;
  const wait = over || step?.strict !== true || phase === undefined || phase.endsAt === 0 ? 0 : ends - now() + 20;
  useEffect(() => {
    if (wait > 0 && wait < 2_000_000_000) {
      const timer = setTimeout(() => look((n) => n + 1), wait);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [wait]);
  return over;
}
