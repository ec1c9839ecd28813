import { useMe, useRecord } from '../sync/react';
import type { StepTool } from '../wire';
import { mayChange, mayMove, mayUse, type Situation } from './tools';

/** What decides what this person may use now; renders again when that changes. */
export function useSituation(): Situation {
  return { me: useMe(), status: useRecord('board', 'board')?.status, agenda: useRecord('agenda', 'agenda') };
}

/** Whether this person may use a tool now. */
export function useMay(tool: StepTool): boolean {
  return mayUse(tool, useSituation());
}

/** Whether this person may change what somebody made. */
export function useMayChange(id: string, author: string | undefined): boolean {
  const situation = useSituation();
  return mayChange(useIsOwn(id, author), situation);
}

/** Whether this person may move what somebody made. */
export function useMayMove(id: string, author: string | undefined): boolean {
  const situation = useSituation();
  return mayMove(useIsOwn(id, author), situation);
}

/** Whether this person made something; of a sealed idea only they know. */
function useIsOwn(id: string, author: string | undefined): boolean {
  const me = useMe()?.participant;
  const sealed = useRecord('mine', id)?.author ?? false;
  return sealed || (me !== undefined && author === me);
}
