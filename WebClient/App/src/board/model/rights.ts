import type { CommentRecord, IdeaRecord, Membership, SessionStatus } from '../../wire';

/** What the screen offers a person. The server decides; this only spares people what would be refused. */

/** Whether this person may add, edit, move, comment and vote now. */
export function mayEdit(me: Membership | null, status: SessionStatus | undefined): boolean {
  if (me === null || me.role === 'observer') {
    return false;
  }
  return me.isHost || status === 'open';
}

/** Whether this person may delete an idea: their own, or any as a host. */
export function mayRemoveIdea(me: Membership | null, status: SessionStatus | undefined, idea: IdeaRecord): boolean {
  return mayEdit(me, status) && me !== null && (me.isHost || idea.author === me.participant);
}

/** Whether this person may delete a comment: their own, or any as a host. */
export function mayRemoveComment(
  me: Membership | null,
  status: SessionStatus | undefined,
  comment: CommentRecord,
): boolean {
  return mayEdit(me, status) && me !== null && (me.isHost || comment.author === me.participant);
}
