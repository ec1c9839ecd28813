import { includes } from '../sync/roles';
import type { AgendaRecord, ClientCommand, Membership, Role, SessionStatus, StepTool } from '../wire';
import { stageOf, stepNow } from './agenda';

/** Everything that decides what this person may use now. */
export interface Situation {
  readonly me: Membership | null;
  readonly status: SessionStatus | undefined;
  readonly agenda: AgendaRecord | undefined;
}

/** Why something cannot be used now: one's role never may, the session is closed or has not begun, or the step that runs has it not. */
export type Obstacle = 'role' | 'closed' | 'lobby' | 'notNow';

/** The least role for a tool, whatever the step. */
const least: Readonly<Record<StepTool, Role>> = {
  ideas: 'contributor',
  edit: 'contributor',
  move: 'contributor',
  group: 'contributor',
  draw: 'contributor',
  comment: 'commenter',
  react: 'commenter',
  dots: 'voter',
};

/** Why this person may not use a tool now; null when they may. The server decides; this only spares people what would be refused. */
export function obstacleTo(tool: StepTool, { me, status, agenda }: Situation): Obstacle | null {
  if (me === null || !includes(me.role, least[tool])) {
    return 'role';
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
