import type { ClientCommand, Membership, PresenceUpdate } from '../../wire';
import { predict } from '../predict';
import type { RecordView } from '../records';
import type { BoardSession, Peer, Refused, SentCommand, SyncStatus } from '../session';
import { Cell, Channel } from '../source';
import { OwnSteps } from '../steps/ownSteps';
import { RemovedRecords } from '../steps/remains';
import { Trace } from '../steps/trace';
import { RecordStore } from '../store';

/** What a board in memory can be made to show. */
export interface MemoryBoard extends BoardSession {
  readonly records: RecordStore;
  readonly me: Cell<Membership | null>;
  readonly status: Cell<SyncStatus>;
  readonly refusals: Channel<Refused>;
  readonly restored: Channel<void>;
  readonly presence: BoardSession['presence'] & {
    readonly peers: Cell<readonly Peer[]>;
    readonly motion: Channel<void>;
    readonly quiet: Cell<boolean>;
    readonly people: Cell<number>;
  };
}

const person: Membership = {
  participant: 'me-memory-1',
  name: 'Ada',
  colour: 'sky',
  role: 'owner',
  segment: '',
  isHost: true,
};

/** A board without a server: every command is accepted at once. For component tests and for looking at screens in development. */
export function openMemoryBoard(commands: readonly ClientCommand[] = [], me: Membership = person): MemoryBoard {
  const records = new RecordStore();
  let clock = 0;
  const { participant, isHost: _, ...profile } = me;
  records.put('person', { id: participant, ...profile });
  records.put('board', {
    id: 'board',
    title: 'A board',
    brief: '',
    status: 'open',
    voteBudget: 5,
    policy: '',
    approval: false,
    joinCode: 'ABC234',
    createdAt: 0,
  });
  const peers = new Cell<readonly Peer[]>([]);
  const remains = new RemovedRecords();
  const predicted = (view: RecordView, command: ClientCommand): void =>
    predict(view, command, { participant, at: clock, remains: (kind, id) => remains.get(kind, id) });
  const order = (command: ClientCommand, trace: Trace): SentCommand => {
    clock++;
    records.transaction(() =>
      trace.predicted(
        records.recorded(() => predicted(records, command)),
        records,
      ),
    );
    return { command, decision: Promise.resolve('accepted') };
  };
  for (const command of commands) {
    order(command, new Trace());
  }
  const steps = new OwnSteps({
    view: records,
    now: () => clock,
    predict: predicted,
    send: order,
    remember: (removed) => remains.remember(removed),
  });
  return {
    board: 'memory-board',
    records,
    me: new Cell<Membership | null>(me),
    status: new Cell<SyncStatus>({ link: 'live', unsent: 0, allSaved: true, safe: true, retryAt: 0, asOf: 0 }),
    refusals: new Channel<Refused>(),
    restored: new Channel<void>(),
    presence: {
      peers,
      motion: new Channel<void>(),
      quiet: new Cell(false),
      people: new Cell(0),
      viewOf: (connection) => viewOf(peers.get().find((peer) => peer.connection === connection)?.guide?.view ?? null),
      cursorAt: (connection) => placeOf(peers.get().find((peer) => peer.connection === connection)?.cursor ?? null),
      caretsIn: () => [],
      dragAt: (connection) => peers.get().find((peer) => peer.connection === connection)?.drag ?? null,
    },
    connection: new Cell('me'),
    bundle: new Cell(''),
    send: (command) => steps.send(command),
    fileAddress: (file) => `/api/boards/memory-board/files/${file}`,
    steps,
    openBody: async (idea) => ({
      get text() {
        return records.get('idea', idea)?.body ?? '';
      },
      write: (changes) => steps.send({ type: 'changeIdeaBody', id: idea, base: 0, changes }),
      subscribe: () => () => undefined,
      setCaret: () => undefined,
      caretOf: () => null,
    }),
    setPresence: (_update: Partial<PresenceUpdate>) => undefined,
    retry: () => undefined,
    close: () => undefined,
  };
}

function viewOf(view: readonly number[] | null): readonly [number, number, number, number] | null {
  const [x, y, width, height] = view ?? [];
  return x === undefined || y === undefined || width === undefined || height === undefined
    ? null
    : [x, y, width, height];
}

function placeOf(cursor: readonly number[] | null): { x: number; y: number } | null {
  const [x, y] = cursor ?? [];
  return x === undefined || y === undefined ? null : { x, y };
}
