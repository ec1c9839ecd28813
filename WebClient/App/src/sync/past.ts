import type { ClientCommand, Membership } from '../wire';
import { fileAddress, type PastBoard } from './api';
import { applyPatch } from './records';
import type { BoardSession, Peer, Refused, SentCommand, SyncStatus, TakenBack } from './session';
import { Cell, Channel } from './source';
import { RecordStore } from './store';

/** A board as it was, to look at: it never changes, and nothing can be done to it. */
export function openPast(board: string, past: PastBoard, me: Membership): BoardSession {
  const records = new RecordStore();
  for (const patch of past.patches) {
    applyPatch(records, patch);
  }
  return {
    board,
    records,
    me: new Cell<Membership | null>({ ...me, role: 'observer', isHost: false }),
    status: new Cell<SyncStatus>({ link: 'live', unsent: 0, allSaved: true, safe: true, retryAt: 0, asOf: 0 }),
    refusals: new Channel<Refused>(),
    presence: {
      peers: new Cell<readonly Peer[]>([]),
      motion: new Channel<void>(),
      quiet: new Cell(true),
      cursorAt: () => null,
      dragAt: () => null,
      caretsIn: () => [],
      viewOf: () => null,
      people: new Cell(0),
    },
    connection: new Cell(''),
    bundle: new Cell(''),
    restored: new Channel<void>(),
    steps: {
      state: new Cell({ undo: 0, redo: 0 }),
      told: new Channel<TakenBack>(),
      latest: () => null,
      undo: () => undefined,
      redo: () => undefined,
    },
    send: refuse,
    fileAddress: (file) => fileAddress(board, file),
    openBody: async (id) => ({
      text: records.get('idea', id)?.body ?? '',
      write: (changes) => refuse({ type: 'changeIdeaBody', id, base: 0, changes }),
      subscribe: () => () => undefined,
      setCaret: () => undefined,
      caretOf: () => null,
    }),
    setPresence: () => undefined,
    retry: () => undefined,
    close: () => undefined,
  };
}

function refuse(command: ClientCommand): SentCommand {
  return { command, decision: Promise.resolve('notAllowed') };
}
