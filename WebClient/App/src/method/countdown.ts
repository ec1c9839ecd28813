import type { PhaseRecord, StepPlan } from '../wire';

/** How near the end is: plenty of time; the last minute; over. */
export type Mood = 'calm' | 'soon' | 'over';

/** A step's timer at one moment. */
export interface Countdown {
  /** Milliseconds that are left to this person, their own extension among them; 0 when it is over. */
  readonly left: number;
  readonly paused: boolean;
  readonly mood: Mood;
}

const minute = 60_000;

/** The timer as it stands at `now` by the server's clock (Unix milliseconds); null where the step has none. */
export function countdownAt(
  phase: Pick<PhaseRecord, 'begunAt' | 'endsAt' | 'pausedLeft'> | undefined,
  extraSeconds: number,
  now: number,
): Countdown | null {
  if (phase === undefined || (phase.endsAt === 0 && phase.pausedLeft === 0)) {
    return null;
  }
  const paused = phase.pausedLeft > 0;
  const left = Math.max(
    0,
    (paused ? phase.pausedLeft : phase.endsAt - Math.max(now, phase.begunAt)) + extraSeconds * 1000,
  );
  return { left, paused, mood: left === 0 ? 'over' : left <= minute ? 'soon' : 'calm' };
}

/** The time left as it stands on a clock: `6:42`, `1:05:00`. It says 0:00 when nothing is left, and not sooner. */
export function clockWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** In how many milliseconds the clock shows another second. */
export function nextTick({ left }: Countdown): number {
  return left % 1000 || 1000;
}

/** What is said aloud, in minutes before the end; 0 is the end itself. */
export type Milestone = 5 | 1 | 0;

const milestones: readonly Milestone[] = [0, 1, 5];

/** What is to be said when the time left goes from `before` to `after` milliseconds; null for nothing. Whoever comes late or gets more time hears nothing of what is past. */
export function milestone(before: number, after: number): Milestone | null {
  return milestones.find((at) => before > at * minute && after <= at * minute) ?? null;
}

/** Whether contributions of a strict step are over for this person: the timer and its grace. */
export function contributionsOver(
  step: Pick<StepPlan, 'strict'> | undefined,
  phase: Pick<PhaseRecord, 'endsAt' | 'pausedLeft'> | undefined,
  extraSeconds: number,
  graceSeconds: number,
  now: number,
): boolean {
  if (step?.strict !== true || phase === undefined || phase.endsAt === 0 || phase.pausedLeft > 0) {
    return false;
  }
  return now > phase.endsAt + (extraSeconds + graceSeconds) * 1000;
}
