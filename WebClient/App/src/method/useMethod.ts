import { useRecord } from '../sync/react';
import type { AgendaRecord, PhaseRecord, StepPlan } from '../wire';
import { type Stage, stageOf, stepNext, stepNow } from './agenda';

/** The agenda as this person sees it now. */
export interface Method {
  readonly stage: Stage;
  readonly agenda: AgendaRecord | undefined;
  readonly phase: PhaseRecord | undefined;
  readonly step: StepPlan | undefined;
  readonly next: StepPlan | undefined;
}

/** The board's agenda and the step that runs; renders again when either changes. */
export function useMethod(): Method {
  const agenda = useRecord('agenda', 'agenda');
  const phase = useRecord('phase', 'phase');
  return { stage: stageOf(agenda), agenda, phase, step: stepNow(agenda), next: stepNext(agenda) };
}
