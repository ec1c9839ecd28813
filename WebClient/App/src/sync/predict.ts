import type { ClientCommand, RecordKind, Records } from '../wire';
import type { Draft } from './drafts';
import { changeBoard, changePerson, hold } from './predictBoard';
import { addGroup, addIdea, changeBody, changeIdea, groupIdeas, tagIdeas, untagIdeas, writeIdea } from './predictIdeas';
import { leaveCluster, proposeGroups, takeCluster } from './predictProposals';
import { addComment, addReaction, castVote, editComment, withdrawReaction, withdrawVote } from './predictTalk';
import {
  addConnector,
  addFrame,
  addImage,
  addNote,
  addStamp,
  attachConnector,
  lockThings,
  moveThings,
  removeThings,
  reorderThings,
  resizeThing,
  sizeNote,
  writeThing,
} from './predictThings';
import { comparePair, finishBallot, markOption, rankOptions } from './predictVotes';
import { parentsOf, type RecordView } from './records';
import { isAsLeft, movedTogether } from './steps/asLeft';
import { normalLineBreaks } from './textChange';
import { findThing } from './things';

/** Whose command it is, and when it was given (Unix milliseconds). */
export interface Author {
  readonly participant: string;
  readonly at: number;
  /** The records that come back with something from the bin; none when that is not known here. */
  readonly remains?: (kind: RecordKind, id: string) => readonly Remains[];
}

/** A record that was removed. */
export type Remains = { readonly [K in RecordKind]: { readonly kind: K; readonly record: Records[K] } }[RecordKind];

/**
 * What a command will do to the records when the board accepts it, as Grains.Interfaces/Boards/Commands.cs says it.
 * It changes nothing where the command is about something that is not there. The board decides; this only shows it sooner.
 */
export function predict(view: RecordView, command: ClientCommand, author: Author, draft: Draft | null = null): void {
  switch (command.type) {
    case 'renameBoard':
      return changeBoard(view, { title: command.title });
    case 'writeBrief':
      return changeBoard(view, { brief: command.brief });
    case 'setVoteBudget':
      return changeBoard(view, { voteBudget: command.dots });
    case 'openSession':
      return changeBoard(view, { status: 'open' });
    case 'closeSession':
      return changeBoard(view, { status: 'closed' });
    case 'addIdea':
      return addIdea(view, command, author);
    case 'retitleIdea':
      return writeIdea(view, command.id, author, { title: command.title });
    case 'writeIdeaBody':
      return writeIdea(view, command.id, author, { body: normalLineBreaks(command.body) });
    case 'changeIdeaBody':
      return changeBody(view, command, author, draft);
    case 'recolourIdea':
      return changeIdea(view, command.id, author, { colour: command.colour });
    case 'attachToIdea':
      return writeIdea(view, command.id, author, { file: command.file, alt: command.alt });
    case 'tagIdeas':
      return tagIdeas(view, command, author);
    case 'untagIdeas':
      return untagIdeas(view, command, author);
    case 'addGroup':
      return addGroup(view, command, author);
    case 'groupIdeas':
      return groupIdeas(view, command.group, command.ideas, author);
    case 'ungroupIdeas':
      return groupIdeas(view, '', command.ideas, author);
    case 'proposeGroups':
      return proposeGroups(view, command, author);
    case 'takeCluster':
      return takeCluster(view, command, author);
    case 'leaveCluster':
      return leaveCluster(view, command);
    case 'dropProposal':
      return view.remove('proposal', command.id);
    case 'addConnector':
      return addConnector(view, command, author);
    case 'attachConnector':
      return attachConnector(view, command, author);
    case 'addFrame':
      return addFrame(view, command, author);
    case 'addNote':
      return addNote(view, command, author);
    case 'sizeNote':
      return sizeNote(view, command, author);
    case 'addImage':
      return addImage(view, command, author);
    case 'addStamp':
      return addStamp(view, command, author);
    case 'moveThings':
      return moveThings(view, command, author);
    case 'resizeThing':
      return resizeThing(view, command, author);
    case 'reorderThings':
      return reorderThings(view, command, author);
    case 'lockThings':
      return lockThings(view, command, author);
    case 'writeThing':
      return writeThing(view, command, author);
    case 'removeThings':
      return removeThings(view, command, author);
    case 'addComment':
      return addComment(view, command, author);
    case 'editComment':
      return editComment(view, command.id, command.text, author);
    case 'removeComment':
      return view.remove('comment', command.id);
    case 'addReaction':
      return addReaction(view, command.idea, command.reaction);
    case 'withdrawReaction':
      return withdrawReaction(view, command.idea, command.reaction);
    case 'castVote':
      return castVote(view, command.idea, command.dots);
    case 'withdrawVote':
      return withdrawVote(view, command.idea, command.dots);
    case 'changeProfile':
      return changePerson(view, author.participant, { name: command.name, colour: command.colour });
    case 'assignRole':
      return changePerson(view, command.participant, { role: command.role });
    case 'assignSegment':
      for (const person of command.people) {
        changePerson(view, person, { segment: command.segment });
      }
      return;
    case 'removeParticipant':
      return view.remove('person', command.participant);
    case 'takeBack':
      return takeBack(view, command, author);
    case 'restore':
      return restore(view, command, author);
    case 'markOption':
      return markOption(view, command);
    case 'rankOptions':
      return rankOptions(view, command);
    case 'comparePair':
      return comparePair(view, command);
    case 'finishBallot':
      return finishBallot(view, command);
    case 'writePolicy':
      return changeBoard(view, { policy: command.policy });
    case 'setApproval':
      return changeBoard(view, { approval: command.on });
    case 'approve':
      return hold(view, command.ids, 'waiting', 'none', '');
    case 'show':
      return hold(view, command.ids, 'hidden', 'none', '');
    case 'hide':
      return hold(view, command.ids, null, 'hidden', command.reason);
    // Who comes in, and what the server deals and counts, is for the board to say.
    case 'openVote':
    case 'closeVote':
    case 'removeVote':
    case 'priceOption':
    case 'mergeOptions':
    case 'takeBallot':
    case 'setDoor':
    case 'admitParticipants':
    case 'turnAway':
    case 'ban':
    case 'unban':
    case 'emptyBin':
    case 'markPoint':
    case 'removePoint':
    case 'setAgenda':
    case 'beginStep':
    case 'endAgenda':
    case 'reveal':
    case 'setTimer':
    case 'extendTimer':
    case 'pauseTimer':
    case 'resumeTimer':
    case 'changeRules':
    case 'keepConcepts':
    case 'sayReady':
    case 'askForTime':
    case 'declineTime':
    case 'acceptRules':
      return;
    default:
      throw new Error(`Unknown command ${JSON.stringify(command satisfies never)}`);
  }
}

/** The command of a type. */
export type Of<T extends ClientCommand['type']> = Extract<ClientCommand, { type: T }>;

function takeBack(view: RecordView, command: Of<'takeBack'>, author: Author): void {
  const each = (on: RecordView, one: ClientCommand): void => predict(on, one, author);
  for (const { one } of movedTogether(view, command.parts, each)) {
    if (isAsLeft(view, one, each)) {
      each(view, one.command);
    }
  }
}

/** Comes back with what belongs to it, as far as there is a place for it; the board may give fewer dots back. */
function restore(view: RecordView, { kind, id }: Of<'restore'>, author: Author): void {
  if (view.get(kind, id) !== undefined) {
    return;
  }
  for (const remains of author.remains?.(kind, id) ?? []) {
    putBack(view, remains);
  }
}

function putBack(view: RecordView, { kind, record }: Remains): void {
  if (kind === 'idea') {
    const group = view.get('group', record.group) === undefined ? '' : record.group;
    view.put('idea', { ...record, group });
  } else if (parentsOf<RecordKind>(kind, record).every(([, parent]) => findThing(view, parent) !== undefined)) {
    view.put(kind, record);
  }
}
