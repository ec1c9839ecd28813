import type { ClientCommand, Move } from '../wire';

/**
 * One command that says what two said, the earlier one directly before the later one; null where that cannot be. Only for
 * commands of which neither was ever sent: a number that the server may have seen keeps its command for ever.
 */
export function coalesce(earlier: ClientCommand, later: ClientCommand): ClientCommand | null {
  if (earlier.type === 'moveThings' && later.type === 'moveThings') {
    return sameThings(earlier.moves, later.moves) ? later : null;
  }
  return earlier.type === later.type && overwrites(later) && subjectOf(earlier) === subjectOf(later) ? later : null;
}

/** Moves of other things do not join: what a frame takes along depends on what was moved before it. */
function sameThings(earlier: readonly Move[], later: readonly Move[]): boolean {
  const ids = new Set(earlier.map((move) => move.id));
  return ids.size === new Set(later.map((move) => move.id)).size && later.every((move) => ids.has(move.id));
}

/** Whether the later of two such commands on the same thing leaves nothing of the earlier one. */
function overwrites(command: ClientCommand): boolean {
  switch (command.type) {
    case 'renameBoard':
    case 'writeBrief':
    case 'setVoteBudget':
    case 'retitleIdea':
    case 'writeIdeaBody':
    case 'recolourIdea':
    case 'attachToIdea':
    case 'attachConnector':
    case 'sizeNote':
    case 'resizeThing':
    case 'writeThing':
    case 'editComment':
    case 'changeProfile':
      return true;
    default:
      return false;
  }
}

function subjectOf(command: ClientCommand): string {
  return 'id' in command ? command.id : '';
}
