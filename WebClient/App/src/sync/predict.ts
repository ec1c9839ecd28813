import {
  type BoardSettingsRecord,
  type ClientCommand,
  type Holding,
  type IdeaRecord,
  limits,
  type MineRecord,
  type PersonRecord,
  type Reaction,
  type RecordKind,
  type Records,
  reactionValues,
} from '../wire';
import type { Draft } from './drafts';
import { leaveCluster, proposeGroups, takeCluster } from './predictProposals';
import {
  addConnector,
  addFrame,
  addImage,
  addNote,
  addStamp,
  attachConnector,
  changeThing,
  lockThings,
  madeBy,
  moveThings,
  openThing,
  putNew,
  removeThings,
  reorderThings,
  resizeThing,
  rounded,
  roundedBox,
  writeThing,
} from './predictThings';
import { comparePair, finishBallot, markOption, rankOptions } from './predictVotes';
import { parentsOf, type RecordView } from './records';
import { isAsLeft } from './steps/asLeft';
import { applyText, lengthBefore, normalLineBreaks } from './textChange';
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
      return changeIdea(view, command.id, author, { title: command.title });
    case 'writeIdeaBody':
      return changeIdea(view, command.id, author, { body: normalLineBreaks(command.body) });
    case 'changeIdeaBody':
      return changeBody(view, command, author, draft);
    case 'recolourIdea':
      return changeIdea(view, command.id, author, { colour: command.colour });
    case 'attachToIdea':
      return changeIdea(view, command.id, author, { file: command.file, alt: command.alt });
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
      return editComment(view, command.id, command.text);
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

type Of<T extends ClientCommand['type']> = Extract<ClientCommand, { type: T }>;

function changeBoard(view: RecordView, fields: Partial<Omit<BoardSettingsRecord, 'id'>>): void {
  const board = view.get('board', 'board');
  if (board !== undefined) {
    view.put('board', { ...board, ...fields });
  }
}

function changeIdea(view: RecordView, id: string, author: Author, fields: Partial<Omit<IdeaRecord, 'id'>>): void {
  const thing = openThing(view, id, author);
  if (thing?.kind === 'idea') {
    view.put('idea', { ...thing.record, ...fields });
  }
}

/** While contributions wait for a host, those of others do. */
function heldWhenNew(view: RecordView, { participant }: Author): { held: Holding; heldReason: string } {
  const role = view.get('person', participant)?.role;
  const waits = view.get('board', 'board')?.approval === true && role !== 'owner' && role !== 'host';
  return { held: waits ? 'waiting' : 'none', heldReason: '' };
}

/** Ideas and comments that are held so are held otherwise; `was` is null for all that are not hidden. */
function hold(view: RecordView, ids: readonly string[], was: Holding | null, held: Holding, heldReason: string): void {
  for (const id of ids) {
    for (const kind of ['idea', 'comment'] as const) {
      const record = view.get(kind, id);
      if (record !== undefined && (was === null ? record.held !== 'hidden' : record.held === was)) {
        view.put(kind, { ...record, held, heldReason });
      }
    }
  }
}

/** A draft knows what became of the text since it was typed; a bare change only fits the text that it was made on. */
function changeBody(
  view: RecordView,
  { id, changes }: Of<'changeIdeaBody'>,
  author: Author,
  draft: Draft | null,
): void {
  const body = view.get('idea', id)?.body;
  if (body !== undefined && (draft !== null || lengthBefore(changes) === body.length)) {
    changeIdea(view, id, author, { body: draft === null ? applyText(body, changes) : draft.putOn(body) });
  }
}

function changePerson(view: RecordView, id: string, fields: Partial<Omit<PersonRecord, 'id'>>): void {
  const person = view.get('person', id);
  if (person !== undefined) {
    view.put('person', { ...person, ...fields });
  }
}

function addIdea(view: RecordView, command: Of<'addIdea'>, author: Author): void {
  const { id, title, colour } = command;
  const body = normalLineBreaks(command.body);
  const group = view.get('group', command.group) === undefined ? '' : command.group;
  const empty = {
    createdAt: author.at,
    votes: 0,
    reactions: {},
    tags: [],
    file: '',
    alt: '',
    sheet: '',
    concept: false,
    ...heldWhenNew(view, author),
  };
  const place = { x: rounded(command.x), y: rounded(command.y) };
  putNew(view, 'idea', { id, title, body, colour, ...place, group, ...empty, ...madeBy(view, author) });
}

function addGroup(view: RecordView, command: Of<'addGroup'>, author: Author): void {
  const { id, title } = command;
  putNew(view, 'group', { id, title, ...roundedBox(command), ...madeBy(view, author) });
}

function groupIdeas(view: RecordView, group: string, ideas: readonly string[], author: Author): void {
  if (group !== '' && view.get('group', group) === undefined) {
    return;
  }
  for (const id of ideas) {
    changeIdea(view, id, author, { group });
  }
}

function tagIdeas(view: RecordView, { ideas, tag }: Of<'tagIdeas'>, author: Author): void {
  for (const id of ideas) {
    const tags = view.get('idea', id)?.tags ?? [];
    if (!tags.includes(tag) && tags.length < limits.tagsPerIdea) {
      changeIdea(view, id, author, { tags: [...tags, tag] });
    }
  }
}

function untagIdeas(view: RecordView, { ideas, tag }: Of<'untagIdeas'>, author: Author): void {
  for (const id of ideas) {
    const tags = view.get('idea', id)?.tags ?? [];
    if (tags.includes(tag)) {
      changeIdea(view, id, author, { tags: tags.filter((each) => each !== tag) });
    }
  }
}

function sizeNote(view: RecordView, { id, size }: Of<'sizeNote'>, author: Author): void {
  const thing = openThing(view, id, author);
  if (thing?.kind === 'note') {
    changeThing(view, thing, { size });
  }
}

function addComment(view: RecordView, { id, idea, text }: Of<'addComment'>, author: Author): void {
  if (view.get('idea', idea) !== undefined && view.get('comment', id) === undefined) {
    view.put('comment', {
      id,
      idea,
      text,
      author: author.participant,
      createdAt: author.at,
      edited: false,
      ...heldWhenNew(view, author),
    });
  }
}

function editComment(view: RecordView, id: string, text: string): void {
  const comment = view.get('comment', id);
  if (comment !== undefined) {
    view.put('comment', { ...comment, text, edited: comment.edited || comment.text !== text });
  }
}

function mineOf(view: RecordView, idea: string): MineRecord {
  return view.get('mine', idea) ?? { id: idea, votes: 0, reactions: [], author: false };
}

/** A person's own record on an idea exists only while it says something. */
function putMine(view: RecordView, mine: MineRecord): void {
  if (mine.votes === 0 && mine.reactions.length === 0 && !mine.author) {
    view.remove('mine', mine.id);
  } else {
    view.put('mine', mine);
  }
}

function addReaction(view: RecordView, id: string, reaction: Reaction): void {
  const idea = view.get('idea', id);
  const mine = mineOf(view, id);
  if (idea === undefined || mine.reactions.includes(reaction)) {
    return;
  }
  const reactions = reactionValues.filter((each) => each === reaction || mine.reactions.includes(each));
  putMine(view, { ...mine, reactions });
  view.put('idea', { ...idea, reactions: { ...idea.reactions, [reaction]: (idea.reactions[reaction] ?? 0) + 1 } });
}

function withdrawReaction(view: RecordView, id: string, reaction: Reaction): void {
  const idea = view.get('idea', id);
  const mine = mineOf(view, id);
  if (idea === undefined || !mine.reactions.includes(reaction)) {
    return;
  }
  putMine(view, { ...mine, reactions: mine.reactions.filter((each) => each !== reaction) });
  const { [reaction]: count = 1, ...others } = idea.reactions;
  view.put('idea', { ...idea, reactions: count > 1 ? { ...idea.reactions, [reaction]: count - 1 } : others });
}

function castVote(view: RecordView, id: string, dots: number): void {
  const idea = view.get('idea', id);
  const budget = view.get('board', 'board')?.voteBudget ?? 0;
  if (idea === undefined || view.dotsSpent() + dots > budget) {
    return;
  }
  const mine = mineOf(view, id);
  putMine(view, { ...mine, votes: mine.votes + dots });
  view.put('idea', { ...idea, votes: idea.votes + dots });
}

function withdrawVote(view: RecordView, id: string, dots: number): void {
  const idea = view.get('idea', id);
  const mine = mineOf(view, id);
  if (idea === undefined || mine.votes < dots) {
    return;
  }
  putMine(view, { ...mine, votes: mine.votes - dots });
  view.put('idea', { ...idea, votes: idea.votes - dots });
}

function takeBack(view: RecordView, command: Of<'takeBack'>, author: Author): void {
  const each = (on: RecordView, one: ClientCommand): void => predict(on, one, author);
  for (const part of command.parts) {
    if (isAsLeft(view, part, each)) {
      each(view, part.command);
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
