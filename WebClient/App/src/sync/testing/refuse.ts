import { type ClientCommand, limits, type RefusalCode } from '../../wire';
import type { RecordView } from '../records';
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
    case 'removeParticipant':
      return 'notAllowed';
    default:
      return role === 'observer' ? 'notAllowed' : view.get('board', 'board')?.status === 'closed' ? 'closed' : null;
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
      return unless(view.get('idea', command.id)) ?? tooLong(command.title, limits.titleLength);
    case 'writeIdeaBody':
    case 'recolourIdea':
    case 'reorderIdea':
      return unless(view.get('idea', command.id));
    case 'removeIdea': {
      const idea = view.get('idea', command.id);
      const role = view.get('person', participant)?.role ?? 'observer';
      return unless(idea) ?? (idea?.author === participant || isHost(role) ? null : 'notAllowed');
    }
    case 'moveIdeas':
      return unless(command.moves.find((move) => view.get('idea', move.id) !== undefined));
    case 'addGroup':
      return view.get('group', command.id) === undefined ? null : 'exists';
    case 'retitleGroup':
    case 'moveGroup':
    case 'resizeGroup':
    case 'removeGroup':
      return unless(view.get('group', command.id));
    case 'groupIdeas':
      return (
        unless(view.get('group', command.group)) ??
        unless(command.ideas.find((id) => view.get('idea', id) !== undefined))
      );
    case 'ungroupIdeas':
      return unless(command.ideas.find((id) => view.get('idea', id) !== undefined));
    case 'addConnector':
      return (
        unless(view.get('idea', command.from)) ??
        unless(view.get('idea', command.to)) ??
        (command.from === command.to ? 'outOfRange' : view.get('connector', command.id) === undefined ? null : 'exists')
      );
    case 'relabelConnector':
    case 'removeConnector':
      return unless(view.get('connector', command.id));
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

function tooLong(text: string, most: number): RefusalCode | null {
  return text.length > most ? 'tooLong' : null;
}
