import { type ClientCommand, limits, type Move } from '../wire';

/**
 * One command that says what two said, the earlier one directly before the later one; null where that cannot be. Only for
 * commands of which neither was ever sent: a number that the server may have seen keeps its command for ever.
 */
export function coalesce(earlier: ClientCommand, later: ClientCommand): ClientCommand | null {
  if (earlier.type === 'moveIdeas' && later.type === 'moveIdeas') {
    return joinMoves(earlier.moves, later.moves);
  }
  return earlier.type === later.type && overwrites(later) && subjectOf(earlier) === subjectOf(later) ? later : null;
}

function joinMoves(earlier: readonly Move[], later: readonly Move[]): ClientCommand | null {
  const places = new Map([...earlier, ...later].map((move) => [move.id, move]));
  return places.size <= limits.ideasPerCommand ? { type: 'moveIdeas', moves: [...places.values()] } : null;
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
    case 'reorderIdea':
    case 'retitleGroup':
    case 'moveGroup':
    case 'resizeGroup':
    case 'relabelConnector':
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
