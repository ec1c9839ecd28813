import {
  type BoardSettingsRecord,
  type ClientCommand,
  type GroupRecord,
  type IdeaRecord,
  type MineRecord,
  type PersonRecord,
  type Reaction,
  type RecordKind,
  type Records,
  reactionValues,
} from '../wire';
import { parentsOf, type RecordView } from './records';
import { isAsLeft } from './steps/asLeft';

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
export function predict(view: RecordView, command: ClientCommand, author: Author): void {
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
      return changeIdea(view, command.id, { title: command.title });
    case 'writeIdeaBody':
      return changeIdea(view, command.id, { body: command.body });
    case 'recolourIdea':
      return changeIdea(view, command.id, { colour: command.colour });
    case 'moveIdeas':
      return command.moves.forEach(({ id, x, y }) => {
        changeIdea(view, id, { x: rounded(x), y: rounded(y) });
      });
    case 'reorderIdea':
      return changeIdea(view, command.id, { order: command.order });
    case 'removeIdea':
      return removeIdea(view, command.id);
    case 'addGroup':
      return addGroup(view, command);
    case 'retitleGroup':
      return changeGroup(view, command.id, { title: command.title });
    case 'moveGroup':
      return moveGroup(view, command);
    case 'resizeGroup': {
      return changeGroup(view, command.id, roundedBox(command));
    }
    case 'removeGroup':
      return removeGroup(view, command.id);
    case 'groupIdeas':
      return groupIdeas(view, command.group, command.ideas);
    case 'ungroupIdeas':
      return command.ideas.forEach((id) => {
        changeIdea(view, id, { group: '' });
      });
    case 'addConnector':
      return addConnector(view, command);
    case 'relabelConnector':
      return relabelConnector(view, command.id, command.label);
    case 'removeConnector':
      return view.remove('connector', command.id);
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
    case 'emptyBin':
    case 'markPoint':
    case 'removePoint':
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

function changeIdea(view: RecordView, id: string, fields: Partial<Omit<IdeaRecord, 'id'>>): void {
  const idea = view.get('idea', id);
  if (idea !== undefined) {
    view.put('idea', { ...idea, ...fields });
  }
}

function changeGroup(view: RecordView, id: string, fields: Partial<Omit<GroupRecord, 'id'>>): void {
  const group = view.get('group', id);
  if (group !== undefined) {
    view.put('group', { ...group, ...fields });
  }
}

function changePerson(view: RecordView, id: string, fields: Partial<Omit<PersonRecord, 'id'>>): void {
  const person = view.get('person', id);
  if (person !== undefined) {
    view.put('person', { ...person, ...fields });
  }
}

function addIdea(view: RecordView, command: Of<'addIdea'>, author: Author): void {
  const { id, title, body, colour } = command;
  if (view.get('idea', id) !== undefined) {
    return;
  }
  const group = view.get('group', command.group) === undefined ? '' : command.group;
  const order = view.topOrder() + 1;
  const made = { author: author.participant, createdAt: author.at, votes: 0, reactions: {} };
  const place = { x: rounded(command.x), y: rounded(command.y) };
  view.put('idea', { id, title, body, colour, ...place, order, group, ...made });
}

function removeIdea(view: RecordView, id: string): void {
  for (const comment of view.members('commentsOfIdea', id)) {
    view.remove('comment', comment);
  }
  for (const connector of view.members('connectorsOfIdea', id)) {
    view.remove('connector', connector);
  }
  view.remove('mine', id);
  view.remove('idea', id);
}

function addGroup(view: RecordView, command: Of<'addGroup'>): void {
  const { id, title } = command;
  if (view.get('group', id) === undefined) {
    view.put('group', { id, title, ...roundedBox(command) });
  }
}

type Box = Pick<GroupRecord, 'x' | 'y' | 'width' | 'height'>;

function roundedBox({ x, y, width, height }: Box): Box {
  return { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
}

function moveGroup(view: RecordView, command: Of<'moveGroup'>): void {
  const group = view.get('group', command.id);
  if (group === undefined) {
    return;
  }
  const [x, y] = [rounded(command.x), rounded(command.y)];
  for (const member of view.members('ideasOfGroup', group.id)) {
    const idea = view.get('idea', member);
    if (idea !== undefined) {
      view.put('idea', { ...idea, x: rounded(idea.x + (x - group.x)), y: rounded(idea.y + (y - group.y)) });
    }
  }
  view.put('group', { ...group, x, y });
}

/** The board keeps places to a hundredth of a unit; halves go to the even side, as .NET rounds. */
function rounded(coordinate: number): number {
  const scaled = coordinate * 100;
  const below = Math.floor(scaled);
  const nearest = scaled - below === 0.5 ? below + (Math.abs(below) % 2) : Math.round(scaled);
  return nearest / 100;
}

function removeGroup(view: RecordView, id: string): void {
  for (const idea of view.members('ideasOfGroup', id)) {
    changeIdea(view, idea, { group: '' });
  }
  view.remove('group', id);
}

function groupIdeas(view: RecordView, group: string, ideas: readonly string[]): void {
  if (view.get('group', group) === undefined) {
    return;
  }
  for (const id of ideas) {
    changeIdea(view, id, { group });
  }
}

function addConnector(view: RecordView, { id, from, to, label }: Of<'addConnector'>): void {
  const ends = view.get('idea', from) !== undefined && view.get('idea', to) !== undefined;
  if (ends && from !== to && view.get('connector', id) === undefined) {
    view.put('connector', { id, from, to, label });
  }
}

function relabelConnector(view: RecordView, id: string, label: string): void {
  const connector = view.get('connector', id);
  if (connector !== undefined) {
    view.put('connector', { ...connector, label });
  }
}

function addComment(view: RecordView, { id, idea, text }: Of<'addComment'>, author: Author): void {
  if (view.get('idea', idea) !== undefined && view.get('comment', id) === undefined) {
    view.put('comment', { id, idea, text, author: author.participant, createdAt: author.at, edited: false });
  }
}

function editComment(view: RecordView, id: string, text: string): void {
  const comment = view.get('comment', id);
  if (comment !== undefined) {
    view.put('comment', { ...comment, text, edited: comment.edited || comment.text !== text });
  }
}

function mineOf(view: RecordView, idea: string): MineRecord {
  return view.get('mine', idea) ?? { id: idea, votes: 0, reactions: [] };
}

/** A person's own record on an idea exists only while it says something. */
function putMine(view: RecordView, mine: MineRecord): void {
  if (mine.votes === 0 && mine.reactions.length === 0) {
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
  } else if (parentsOf(kind, record).every(([, parent]) => view.get('idea', parent) !== undefined)) {
    view.put(kind, record);
  }
}
