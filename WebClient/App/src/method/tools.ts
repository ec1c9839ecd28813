import type { AgendaRecord, ClientCommand, Membership, SessionStatus, StepTool } from '../wire';
import { stageOf, stepNow } from './agenda';

/** Everything that decides what this person may use now. */
export interface Situation {
  readonly me: Membership | null;
  readonly status: SessionStatus | undefined;
  readonly agenda: AgendaRecord | undefined;
}

/** Why something cannot be used now. */
export type Obstacle = 'observing' | 'closed' | 'lobby' | 'notNow';

/** Why this person may not use a tool now; null when they may. The server decides; this only spares people what would be refused. */
export function obstacleTo(tool: StepTool, { me, status, agenda }: Situation): Obstacle | null {
  if (me === null || me.role === 'observer') {
    return 'observing';
  }
  if (me.isHost) {
    return null;
  }
  if (status !== 'open') {
    return 'closed';
  }
  const stage = stageOf(agenda);
  if (stage === 'lobby') {
    return 'lobby';
  }
  return stage !== 'running' || stepNow(agenda)?.tools.includes(tool) === true ? null : 'notNow';
}

/** Whether this person may use a tool now. */
export function mayUse(tool: StepTool, situation: Situation): boolean {
  return obstacleTo(tool, situation) === null;
}

/** Whether this person may change or remove something now: their own with either tool, what others made with `edit`. */
export function mayChange(own: boolean, situation: Situation): boolean {
  return mayUse('edit', situation) || (own && mayUse('ideas', situation));
}

/** Whether this person may move something now: their own ideas with the tool that made them. */
export function mayMove(own: boolean, situation: Situation): boolean {
  return mayUse('move', situation) || (own && mayUse('ideas', situation));
}

/** Which tools a command may be given with, any one of them; nothing for what concerns oneself or hosts alone. */
export function toolsOf(command: ClientCommand): readonly StepTool[] {
  switch (command.type) {
    case 'addIdea':
      return ['ideas'];
    case 'retitleIdea':
    case 'writeIdeaBody':
    case 'changeIdeaBody':
    case 'recolourIdea':
    case 'attachToIdea':
    case 'tagIdeas':
    case 'untagIdeas':
    case 'removeThings':
    case 'writeThing':
      return ['ideas', 'edit'];
    case 'moveThings':
    case 'reorderThings':
    case 'resizeThing':
    case 'lockThings':
      return ['ideas', 'move'];
    case 'addGroup':
    case 'groupIdeas':
    case 'ungroupIdeas':
      return ['group'];
    case 'addConnector':
    case 'attachConnector':
    case 'addFrame':
    case 'addNote':
    case 'sizeNote':
    case 'addImage':
    case 'addStamp':
      return ['draw'];
    case 'addComment':
    case 'editComment':
    case 'removeComment':
      return ['comment'];
    case 'addReaction':
    case 'withdrawReaction':
      return ['react'];
    case 'castVote':
    case 'withdrawVote':
      return ['dots'];
    default:
      return [];
  }
}
