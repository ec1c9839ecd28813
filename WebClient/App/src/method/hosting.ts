import type { Model } from '../board/model/model';
import type { StepPlan } from '../wire';
import { reveals, stageOf, stepNext, stepNow, votesEnding } from './agenda';

/** In the place of a step's id: the end of the session is asked about. */
export const THE_END = 'end';

/** In the place of a step's id: showing what is hidden is asked about. */
export const THE_REVEAL = 'reveal';

/** Seconds that one press adds. */
export const MINUTE = 60;

/** Whether this person leads the session, and it has one of these stages. */
export function leads({ session }: Model, ...stages: readonly ReturnType<typeof stageOf>[]): boolean {
  return session.me.get()?.isHost === true && stages.includes(stageOf(session.records.get('agenda', 'agenda')));
}

/** Begins a step; asks first where that shows what was hidden, or closes a vote. */
export function begin({ session, ui }: Model, step: StepPlan): void {
  const { records } = session;
  const votes = records.ids('vote').map((id) => records.get('vote', id));
  if (
    reveals(step, records.get('phase', 'phase')?.hidden ?? 0) ||
    votesEnding(votes, records.get('agenda', 'agenda')).length > 0
  ) {
    ui.beginning.set(step.id);
  } else {
    session.send({ type: 'beginStep', id: step.id });
  }
}

/** Begins the next step; after the last one asks whether the session is to end. */
export function beginNext(model: Model): void {
  const next = stepNext(model.session.records.get('agenda', 'agenda'));
  if (next === undefined) {
    model.ui.beginning.set(THE_END);
  } else {
    begin(model, next);
  }
}

/** Whether the step that runs has a timer. */
export function isTimed({ session: { records } }: Model): boolean {
  const phase = records.get('phase', 'phase');
  return phase !== undefined && (phase.endsAt > 0 || phase.pausedLeft > 0);
}

/** A minute more for everybody; a step without a timer gets one of a minute. */
export function addMinute(model: Model): void {
  model.session.send(
    isTimed(model) ? { type: 'extendTimer', seconds: MINUTE, participant: '' } : { type: 'setTimer', seconds: MINUTE },
  );
}

/** Stops the timer, or lets it go on. */
export function togglePause({ session }: Model): void {
  const paused = (session.records.get('phase', 'phase')?.pausedLeft ?? 0) > 0;
  session.send({ type: paused ? 'resumeTimer' : 'pauseTimer' });
}

/** Says that one is finished, or that one is not. */
export function toggleReady({ session }: Model): void {
  const me = session.me.get()?.participant ?? '';
  session.send({ type: 'sayReady', ready: session.records.get('ready', me) === undefined });
}

/** Whether this person is asked to say when they are finished. */
export function isAskedReady({ session }: Model): boolean {
  const me = session.me.get();
  const step = stepNow(session.records.get('agenda', 'agenda'));
  return step?.readyCheck === true && me !== null && !me.isHost && me.role !== 'observer';
}
