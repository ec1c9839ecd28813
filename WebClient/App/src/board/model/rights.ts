import { includes, leastFor } from '../../sync/roles';
import type { ClientCommand, CommentRecord, IdeaRecord, Membership, Role, SessionStatus } from '../../wire';

/** What the screen offers a person. The server decides; this only spares people what would be refused. */

/** Whether this person may do now what a role may. */
function may(least: Role, me: Membership | null, status: SessionStatus | undefined): boolean {
  return me !== null && includes(me.role, least) && (me.isHost || status === 'open');
}

/** Whether this person may add, edit and move now. */
export function mayEdit(me: Membership | null, status: SessionStatus | undefined): boolean {
  return may('contributor', me, status);
}

/** Whether this person may comment and react now. */
export function mayComment(me: Membership | null, status: SessionStatus | undefined): boolean {
  return may('commenter', me, status);
}

/** Whether this person may vote now. */
export function mayVote(me: Membership | null, status: SessionStatus | undefined): boolean {
  return may('voter', me, status);
}

/** Whether this person may order this now, as far as it is not for hosts alone. */
export function mayOrder(
  me: Membership | null,
  status: SessionStatus | undefined,
  command: ClientCommand['type'],
): boolean {
  return may(leastFor(command), me, status);
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
  return mayComment(me, status) && me !== null && (me.isHost || comment.author === me.participant);
}
