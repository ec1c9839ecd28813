import type { ClientCommand, Role } from '../wire';

/** The roles from the one with the most rights to the one with the least. */
const ranked: readonly Role[] = ['owner', 'host', 'contributor', 'commenter', 'voter', 'observer'];

/** Whether a role may do what another one may. */
export function includes(role: Role, other: Role): boolean {
  return ranked.indexOf(role) <= ranked.indexOf(other);
}

/** Roles that a host can give. */
export const givenRoles = ['host', 'contributor', 'commenter', 'voter', 'observer'] as const satisfies readonly Role[];

/** The role with the least rights that may order this, among those that are not for hosts alone. */
export function leastFor(type: ClientCommand['type']): Role {
  switch (type) {
    case 'castVote':
    case 'withdrawVote':
    case 'takeBack':
      return 'voter';
    case 'addComment':
    case 'editComment':
    case 'removeComment':
    case 'addReaction':
    case 'withdrawReaction':
    case 'restore':
      return 'commenter';
    default:
      return 'contributor';
  }
}
