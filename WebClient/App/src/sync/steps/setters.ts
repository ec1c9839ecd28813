import type { ClientCommand, RecordKind, Records } from '../../wire';

/** The command that makes a part of a record what it is in this record. */
export type Setter<K extends RecordKind> = (record: Records[K]) => ClientCommand;

type Setters = {
  readonly [K in RecordKind]: { readonly [F in Exclude<keyof Records[K], 'id'>]: Setter<K> | null };
};

const place: Setter<'idea'> = ({ id, x, y }) => ({ type: 'moveIdeas', moves: [{ id, x, y }] });
const box: Setter<'group'> = ({ id, x, y, width, height }) => ({ type: 'resizeGroup', id, x, y, width, height });

/**
 * How each field of each record is set; null for what nobody sets by itself (who made it, sums, what only the server decides) and for what is not taken back
 * with a key (roles, the session's status, one's name). A new field or kind does not compile before it is decided here.
 */
export const setters: Setters = {
  board: {
    title: ({ title }) => ({ type: 'renameBoard', title }),
    brief: ({ brief }) => ({ type: 'writeBrief', brief }),
    voteBudget: ({ voteBudget }) => ({ type: 'setVoteBudget', dots: voteBudget }),
    status: null,
    joinCode: null,
    createdAt: null,
  },
  person: { name: null, colour: null, role: null, segment: null },
  idea: {
    title: ({ id, title }) => ({ type: 'retitleIdea', id, title }),
    body: ({ id, body }) => ({ type: 'writeIdeaBody', id, body }),
    colour: ({ id, colour }) => ({ type: 'recolourIdea', id, colour }),
    x: place,
    y: place,
    order: ({ id, order }) => ({ type: 'reorderIdea', id, order }),
    group: ({ id, group }) =>
      group === '' ? { type: 'ungroupIdeas', ideas: [id] } : { type: 'groupIdeas', group, ideas: [id] },
    author: null,
    createdAt: null,
    votes: null,
    reactions: null,
  },
  group: {
    title: ({ id, title }) => ({ type: 'retitleGroup', id, title }),
    x: box,
    y: box,
    width: box,
    height: box,
  },
  connector: { from: null, to: null, label: ({ id, label }) => ({ type: 'relabelConnector', id, label }) },
  comment: {
    text: ({ id, text }) => ({ type: 'editComment', id, text }),
    idea: null,
    author: null,
    createdAt: null,
    edited: null,
  },
  // One's own dots and reactions are taken back by difference: see inverse.ts.
  mine: { votes: null, reactions: null },
  invite: { role: null, expiresAt: null, maxUses: null, uses: null },
};

/** The command that removes a record to the bin; null for kinds that have none. */
export const removers: { readonly [K in RecordKind]: ((id: string) => ClientCommand) | null } = {
  idea: (id) => ({ type: 'removeIdea', id }),
  group: (id) => ({ type: 'removeGroup', id }),
  connector: (id) => ({ type: 'removeConnector', id }),
  comment: (id) => ({ type: 'removeComment', id }),
  board: null,
  person: null,
  mine: null,
  invite: null,
};
