import { type ClientCommand, limits, type RefusalCode } from '../../wire';
import type { RecordView } from '../records';
import { includes, leastFor } from '../roles';
import { findThing, isAnchor, opensLock } from '../things';
import { isHost } from './fakeBoard';

/** Why the board refuses a command, or null: the rules of the C# decider that matter to the tests here. */
export function refuse(view: RecordView, command: ClientCommand, participant: string): RefusalCode | null {
  return refuseByRights(view, command, participant) ?? refuseBySubject(view, command, participant);
}

function refuseByRights(view: RecordView, command: ClientCommand, participant: string): RefusalCode | null {
  const role = view.get('person', participant)?.role;
  if (role === undefined) {
    return 'notMember';
  }
  if (isHost(role) || command.type === 'changeProfile') {
    return null;
  }
  switch (command.type) {
    case 'renameBoard':
    case 'writeBrief':
    case 'setVoteBudget':
    case 'openSession':
    case 'closeSession':
    case 'assignRole':
    case 'assignSegment':
    case 'removeParticipant':
    case 'setDoor':
    case 'writePolicy':
    case 'admitParticipants':
    case 'turnAway':
    case 'ban':
    case 'unban':
    case 'setApproval':
    case 'approve':
    case 'hide':
    case 'show':
      return 'notAllowed';
    default:
      return !includes(role, leastFor(command.type))
        ? 'notAllowed'
        : view.get('board', 'board')?.status === 'closed'
          ? 'closed'
          : null;
  }
}

function refuseBySubject(view: RecordView, command: ClientCommand, participant: string): RefusalCode | null {
  const unless = (found: unknown): RefusalCode | null => (found === undefined ? 'notFound' : null);
  switch (command.type) {
    case 'addIdea':
      return (
        tooLong(command.title, limits.titleLength) ?? (view.get('idea', command.id) === undefined ? null : 'exists')
      );
    case 'retitleIdea':
      return (
        unless(view.get('idea', command.id)) ??
        refuseMany(view, [command.id], participant) ??
        tooLong(command.title, limits.titleLength)
      );
    case 'writeIdeaBody':
    case 'changeIdeaBody':
    case 'recolourIdea':
    case 'attachToIdea':
      return unless(view.get('idea', command.id)) ?? refuseMany(view, [command.id], participant);
    case 'tagIdeas':
    case 'untagIdeas':
      return refuseMany(view, command.ideas, participant);
    case 'moveThings':
      return refuseMany(
        view,
        command.moves.map((move) => move.id),
        participant,
      );
    case 'reorderThings':
      return refuseMany(
        view,
        command.ranks.map((rank) => rank.id),
        participant,
      );
    case 'lockThings':
    case 'removeThings':
      return refuseMany(view, command.ids, participant);
    case 'resizeThing':
    case 'writeThing':
    case 'sizeNote':
    case 'attachConnector':
      return refuseMany(view, [command.id], participant);
    case 'addNote':
    case 'addFrame':
    case 'addImage':
    case 'addStamp':
      return findThing(view, command.id) === undefined ? null : 'exists';
    case 'addGroup':
      return findThing(view, command.id) === undefined ? null : 'exists';
    case 'groupIdeas':
      return unless(view.get('group', command.group)) ?? refuseMany(view, command.ideas, participant);
    case 'ungroupIdeas':
      return refuseMany(view, command.ideas, participant);
    case 'addConnector':
      return (
        unless(isAnchor(findThing(view, command.from)) || undefined) ??
        unless(isAnchor(findThing(view, command.to)) || undefined) ??
        (command.from === command.to ? 'outOfRange' : findThing(view, command.id) === undefined ? null : 'exists')
      );
    case 'addComment':
      return (
        unless(view.get('idea', command.idea)) ?? (view.get('comment', command.id) === undefined ? null : 'exists')
      );
    case 'editComment':
    case 'removeComment':
      return unless(view.get('comment', command.id));
    case 'addReaction':
      return unless(view.get('idea', command.idea));
    case 'withdrawReaction':
      return unless(view.get('mine', command.idea)?.reactions.find((each) => each === command.reaction));
    case 'castVote': {
      const budget = view.get('board', 'board')?.voteBudget ?? 0;
      return unless(view.get('idea', command.idea)) ?? (view.dotsSpent() + command.dots > budget ? 'overBudget' : null);
    }
    case 'withdrawVote':
      return (view.get('mine', command.idea)?.votes ?? 0) < command.dots ? 'notFound' : null;
    case 'restore':
      return view.get(command.kind, command.id) === undefined ? null : 'notFound';
    default:
      return null;
  }
}

/** Orders about many are refused when all of them are gone, or locked. */
function refuseMany(view: RecordView, ids: readonly string[], participant: string): RefusalCode | null {
  const role = view.get('person', participant)?.role;
  const there = ids.flatMap((id) => findThing(view, id) ?? []);
  const open = there.filter(({ record }) => opensLock(record, participant, role));
  return open.length > 0 ? null : there.length > 0 ? 'locked' : 'notFound';
}

function tooLong(text: string, most: number): RefusalCode | null {
  return text.length > most ? 'tooLong' : null;
}
