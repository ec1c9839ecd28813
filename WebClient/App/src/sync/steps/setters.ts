import type { ClientCommand, LockMode, RecordKind, Records } from '../../wire';

/** The command that makes a part of a record what it is in this record. */
export type Setter<K extends RecordKind> = (record: Records[K]) => ClientCommand;

type Setters = {
  readonly [K in RecordKind]: { readonly [F in Exclude<keyof Records[K], 'id'>]: Setter<K> | null };
};

interface HasId {
  readonly id: string;
}

const order = ({ id, order: at }: HasId & { readonly order: number }): ClientCommand => ({
  type: 'reorderThings',
  ranks: [{ id, order: at }],
});
const place = ({ id, x, y }: HasId & { readonly x: number; readonly y: number }): ClientCommand => ({
  type: 'moveThings',
  moves: [{ id, x, y }],
});
const box = ({ id, x, y, width, height }: HasId & Box): ClientCommand => ({
  type: 'resizeThing',
  id,
  x,
  y,
  width,
  height,
});
const lock = ({ id, lock: mode }: HasId & { readonly lock: LockMode }): ClientCommand => ({
  type: 'lockThings',
  ids: [id],
  lock: mode,
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What every thing has. */
const thing = { order, lock, author: null, lockedBy: null, held: null, heldReason: null } as const;
const sized = { ...thing, x: box, y: box, width: box, height: box } as const;
const attach: Setter<'idea'> = ({ id, file, alt }) => ({ type: 'attachToIdea', id, file, alt });
const ends: Setter<'connector'> = ({ id, from, to }) => ({ type: 'attachConnector', id, from, to });

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
    policy: ({ policy }) => ({ type: 'writePolicy', policy }),
    approval: null,
  },
  person: { name: null, colour: null, role: null, segment: null },
  idea: {
    ...thing,
    x: place,
    y: place,
    title: ({ id, title }) => ({ type: 'retitleIdea', id, title }),
    body: ({ id, body }) => ({ type: 'writeIdeaBody', id, body }),
    colour: ({ id, colour }) => ({ type: 'recolourIdea', id, colour }),
    group: ({ id, group }) =>
      group === '' ? { type: 'ungroupIdeas', ideas: [id] } : { type: 'groupIdeas', group, ideas: [id] },
    file: attach,
    alt: attach,
    // Tags are taken back by difference, as votes and reactions are: see inverse.ts.
    tags: null,
    createdAt: null,
    votes: null,
    reactions: null,
    sheet: null,
    concept: null,
  },
  group: { ...sized, title: ({ id, title }) => ({ type: 'writeThing', id, text: title }) },
  frame: { ...sized, title: ({ id, title }) => ({ type: 'writeThing', id, text: title }) },
  note: {
    ...sized,
    text: ({ id, text }) => ({ type: 'writeThing', id, text }),
    size: ({ id, size }) => ({ type: 'sizeNote', id, size }),
  },
  image: { ...sized, alt: ({ id, alt }) => ({ type: 'writeThing', id, text: alt }), file: null },
  stamp: { ...thing, x: place, y: place, sign: null, on: null },
  connector: {
    ...thing,
    from: ends,
    to: ends,
    label: ({ id, label }) => ({ type: 'writeThing', id, text: label }),
  },
  comment: {
    text: ({ id, text }) => ({ type: 'editComment', id, text }),
    idea: null,
    author: null,
    createdAt: null,
    edited: null,
    held: null,
    heldReason: null,
  },
  // One's own dots and reactions are taken back by difference: see inverse.ts.
  mine: { votes: null, reactions: null, author: null },
  invite: { role: null, expiresAt: null, maxUses: null, uses: null, embed: null, segment: null },
  // What people gave in a vote is changed on the ballot, not taken back with a key.
  vote: {
    title: null,
    plan: null,
    step: null,
    status: null,
    openedAt: null,
    closedAt: null,
    options: null,
    turnout: null,
    eligible: null,
    rulesHash: null,
    results: null,
    splits: null,
    segments: null,
    changes: null,
  },
  ballot: {
    marks: null,
    ranking: null,
    pairs: null,
    next: null,
    order: null,
    left: null,
    finished: null,
    rested: null,
    receipt: null,
  },
  door: { hasPasscode: null, closesAt: null, most: null, approve: null, approval: null },
  knock: { name: null, colour: null, role: null, segment: null, at: null },
  banned: { name: null, reason: null, at: null, by: null },
  file: { format: null, name: null, bytes: null, width: null, height: null, author: null, createdAt: null },
  // What a host did to the agenda everybody has gone by: it is not taken back.
  agenda: { playbook: null, steps: null, index: null },
  phase: {
    step: null,
    begunAt: null,
    endsAt: null,
    pausedLeft: null,
    hidden: null,
    revealed: null,
    round: null,
    rulesHash: null,
    changes: null,
  },
  ready: { at: null },
  seat: { extraSeconds: null, sheet: null, accepted: null, asked: null },
  timeRequest: { at: null },
  // Taking a cluster is taken back with its group.
  proposal: { by: null, at: null, status: null, ideas: null, clusters: null },
};

const remove = (id: string): ClientCommand => ({ type: 'removeThings', ids: [id] });

/** The command that removes a record to the bin; null for kinds that have none. */
export const removers: { readonly [K in RecordKind]: ((id: string) => ClientCommand) | null } = {
  idea: remove,
  group: remove,
  frame: remove,
  note: remove,
  image: remove,
  stamp: remove,
  connector: remove,
  comment: (id) => ({ type: 'removeComment', id }),
  board: null,
  person: null,
  mine: null,
  invite: null,
  file: null,
  agenda: null,
  phase: null,
  ready: null,
  seat: null,
  timeRequest: null,
  vote: null,
  ballot: null,
  proposal: null,
  door: null,
  knock: null,
  banned: null,
};
