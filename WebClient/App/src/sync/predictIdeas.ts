import { type IdeaRecord, limits } from '../wire';
import type { Draft } from './drafts';
import type { Author, Of } from './predict';
import { heldWhenNew, heldWhenWritten, mayWrite, open } from './predictBoard';
import { madeBy, openThing, putNew, rounded, roundedBox } from './predictThings';
import type { RecordView } from './records';
import { applyText, lengthBefore, normalLineBreaks } from './textChange';

// What is predicted of ideas, their bodies, tags and groups.

export function changeIdea(
  view: RecordView,
  id: string,
  author: Author,
  fields: Partial<Omit<IdeaRecord, 'id'>>,
): void {
  const thing = openThing(view, id, author);
  if (thing?.kind === 'idea') {
    view.put('idea', { ...thing.record, ...fields });
  }
}

/** Somebody writes in an idea: it waits again where hosts approve what is written. */
export function writeIdea(view: RecordView, id: string, author: Author, fields: Partial<Omit<IdeaRecord, 'id'>>): void {
  const idea = view.get('idea', id);
  if (idea !== undefined && mayWrite(view, idea, author)) {
    const isSame = Object.entries(fields).every(([name, value]) => idea[name as keyof IdeaRecord] === value);
    changeIdea(view, id, author, isSame ? fields : { ...fields, ...heldWhenWritten(view, idea, true, author) });
  }
}

/** A draft knows what became of the text since it was typed; a bare change only fits the text that it was made on. */
export function changeBody(
  view: RecordView,
  { id, changes }: Of<'changeIdeaBody'>,
  author: Author,
  draft: Draft | null,
): void {
  const body = view.get('idea', id)?.body;
  if (body !== undefined && (draft !== null || lengthBefore(changes) === body.length)) {
    writeIdea(view, id, author, { body: draft === null ? applyText(body, changes) : draft.putOn(body) });
  }
}

export function addIdea(view: RecordView, command: Of<'addIdea'>, author: Author): void {
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

export function addGroup(view: RecordView, command: Of<'addGroup'>, author: Author): void {
  const { id, title } = command;
  const held = title === '' ? open : heldWhenNew(view, author);
  putNew(view, 'group', { id, title, ...roundedBox(command), ...madeBy(view, author), ...held });
}

export function groupIdeas(view: RecordView, group: string, ideas: readonly string[], author: Author): void {
  if (group !== '' && view.get('group', group) === undefined) {
    return;
  }
  for (const id of ideas) {
    changeIdea(view, id, author, { group });
  }
}

export function tagIdeas(view: RecordView, { ideas, tag }: Of<'tagIdeas'>, author: Author): void {
  for (const id of ideas) {
    const tags = view.get('idea', id)?.tags ?? [];
    if (!tags.includes(tag) && tags.length < limits.tagsPerIdea) {
      // A tag that everybody sees on some idea is no new word.
      const change = isOpenTag(view, tag) ? changeIdea : writeIdea;
      change(view, id, author, { tags: [...tags, tag] });
    }
  }
}

function isOpenTag(view: RecordView, tag: string): boolean {
  return [...view.every('idea')].some(({ tags, held, concept }) => held === 'none' && !concept && tags.includes(tag));
}

export function untagIdeas(view: RecordView, { ideas, tag }: Of<'untagIdeas'>, author: Author): void {
  for (const id of ideas) {
    const tags = view.get('idea', id)?.tags ?? [];
    if (tags.includes(tag)) {
      changeIdea(view, id, author, { tags: tags.filter((each) => each !== tag) });
    }
  }
}
