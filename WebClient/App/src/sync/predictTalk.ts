import { type MineRecord, type Reaction, reactionValues } from '../wire';
import type { Author, Of } from './predict';
import { heldWhenNew, heldWhenWritten } from './predictBoard';
import type { RecordView } from './records';

// What is predicted of what people say to ideas: comments, reactions and dots.

export function addComment(view: RecordView, { id, idea, text }: Of<'addComment'>, author: Author): void {
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

export function editComment(view: RecordView, id: string, text: string, author: Author): void {
  const comment = view.get('comment', id);
  if (comment !== undefined) {
    const isSame = comment.text === text;
    const held = isSame ? {} : heldWhenWritten(view, comment, true, author);
    view.put('comment', { ...comment, text, edited: comment.edited || !isSame, ...held });
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

export function addReaction(view: RecordView, id: string, reaction: Reaction): void {
  const idea = view.get('idea', id);
  const mine = mineOf(view, id);
  if (idea === undefined || mine.reactions.includes(reaction)) {
    return;
  }
  const reactions = reactionValues.filter((each) => each === reaction || mine.reactions.includes(each));
  putMine(view, { ...mine, reactions });
  view.put('idea', { ...idea, reactions: { ...idea.reactions, [reaction]: (idea.reactions[reaction] ?? 0) + 1 } });
}

export function withdrawReaction(view: RecordView, id: string, reaction: Reaction): void {
  const idea = view.get('idea', id);
  const mine = mineOf(view, id);
  if (idea === undefined || !mine.reactions.includes(reaction)) {
    return;
  }
  putMine(view, { ...mine, reactions: mine.reactions.filter((each) => each !== reaction) });
  const { [reaction]: count = 1, ...others } = idea.reactions;
  view.put('idea', { ...idea, reactions: count > 1 ? { ...idea.reactions, [reaction]: count - 1 } : others });
}

export function castVote(view: RecordView, id: string, dots: number): void {
  const idea = view.get('idea', id);
  const budget = view.get('board', 'board')?.voteBudget ?? 0;
  if (idea === undefined || view.dotsSpent() + dots > budget) {
    return;
  }
  const mine = mineOf(view, id);
  putMine(view, { ...mine, votes: mine.votes + dots });
  view.put('idea', { ...idea, votes: idea.votes + dots });
}

export function withdrawVote(view: RecordView, id: string, dots: number): void {
  const idea = view.get('idea', id);
  const mine = mineOf(view, id);
  if (idea === undefined || mine.votes < dots) {
    return;
  }
  putMine(view, { ...mine, votes: mine.votes - dots });
  view.put('idea', { ...idea, votes: idea.votes - dots });
}
