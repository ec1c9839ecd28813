import type { AgendaRecord, Exposure, StepPlan, VoteRecord } from '../wire';

/** Where a board stands with its agenda: it has none; it waits to begin; a step runs; the last one is over. */
export type Stage = 'none' | 'lobby' | 'running' | 'over';

export function stageOf(agenda: AgendaRecord | undefined): Stage {
  if (agenda === undefined || agenda.steps.length === 0) {
    return 'none';
  }
  return agenda.index < 0 ? 'lobby' : agenda.index < agenda.steps.length ? 'running' : 'over';
}

/** The step that runs. */
export function stepNow(agenda: AgendaRecord | undefined): StepPlan | undefined {
  return agenda?.steps[agenda.index];
}

/** The step that comes after the one that runs; the first one in the lobby. */
export function stepNext(agenda: AgendaRecord | undefined): StepPlan | undefined {
  return agenda?.steps[agenda.index + 1];
}

const hidden: ReadonlySet<Exposure> = new Set(['own', 'sheet', 'segment']);

/** Whether what is added in a step is hidden from somebody. */
export function hides(step: StepPlan | undefined): boolean {
  return step !== undefined && hidden.has(step.exposure);
}

/** Whether beginning `next` shows what was hidden until then: a host is asked first. */
export function reveals(next: StepPlan | undefined, hiddenIdeas: number): boolean {
  return next !== undefined && !hides(next) && hiddenIdeas > 0;
}

/** The open votes of the step that runs: they close, and are counted, when another step begins or the session ends. */
export function votesEnding(
  votes: readonly (VoteRecord | undefined)[],
  agenda: AgendaRecord | undefined,
): readonly VoteRecord[] {
  const now = stepNow(agenda)?.id;
  return votes.filter(
    (vote): vote is VoteRecord => vote !== undefined && vote.status === 'open' && vote.step !== '' && vote.step === now,
  );
}

/** Whole minutes of a step's timer as people say them, rounded up; 0 for none. */
export function minutesOf({ seconds }: Pick<StepPlan, 'seconds'>): number {
  return Math.ceil(seconds / 60);
}
