import {
  type CommandMessage,
  type JoinAnswer,
  type JoinRequest,
  limits,
  type PresenceEntry,
  type PresenceUpdate,
  type RetryReason,
} from '../../wire';
import type { Clock } from '../clock';
import type { Access, Fetched } from '../connection';
import type { Connect, ServerMessage, Transport, TransportEvents } from '../transport';
import { FakeBoard } from './fakeBoard';

/** How far messages travel and what goes wrong, asked anew for each. All shares are between 0 and 1. */
export interface Weather {
  /** Milliseconds that a message is on its way. */
  delayMs(): number;
  /** Share of submissions that meet with a retry, half of them after having been executed. */
  readonly retries: number;
  /** Share of `changes` messages that a fault in the server loses, doubles or sends out of order. */
  readonly mishaps: number;
}

/** No delay to speak of, and nothing goes wrong. */
export const fairWeather: Weather = { delayMs: () => 1, retries: 0, mishaps: 0 };

const reasons: readonly RetryReason[] = ['unknown', 'busy', 'tooFast', 'storageFull'];

/** A server that behaves as docs/PROTOCOL.md says, in memory, with connections that break when a test says so. */
export class FakeServer {
  weather = fairWeather;
  /** False while the process is dead: nothing answers. */
  isUp = true;
  /** Which build of the client it serves. */
  bundle = '';
  /** Boards that cannot be loaded now. */
  readonly unavailable = new Set<string>();
  readonly boards = new Map<string, FakeBoard>();
  readonly connections = new Set<FakeConnection>();
  private names = 0;

  constructor(readonly clock: Clock) {}

  makeBoard(id: string): FakeBoard {
    const board = new FakeBoard(id);
    this.boards.set(id, board);
    return board;
  }

  /** How this participant's browser connects. */
  connectAs(participant: string): Connect {
    return (events) => new FakeConnection(this, participant, `c${++this.names}`, events);
  }

  async fetchSnapshot(board: string, participant: string): Promise<Fetched> {
    await this.travel();
    const access = this.accessOf(board, participant);
    const found = this.boards.get(board);
    if (access !== 'member' || found === undefined) {
      return access === 'member' ? 'unknown' : access;
    }
    const snapshot = copyOf(found.snapshot(participant));
    await this.travel();
    return this.isUp ? snapshot : 'unknown';
  }

  async findAccess(board: string, participant: string): Promise<Access> {
    await this.travel();
    return this.accessOf(board, participant);
  }

  /** kill -9: every connection is cut, and what was on its way is lost. */
  kill(): void {
    this.isUp = false;
    for (const connection of [...this.connections]) {
      connection.cut();
    }
  }

  restart(): void {
    this.isUp = true;
  }

  /** Tells everybody what is new. */
  publish(): void {
    for (const connection of this.connections) {
      connection.pump();
    }
  }

  travel(): Promise<void> {
    return new Promise((resolve) => {
      this.clock.after(this.weather.delayMs(), resolve);
    });
  }

  private accessOf(board: string, participant: string): Access {
    if (!this.isUp) {
      return 'unknown';
    }
    const found = this.boards.get(board);
    return found === undefined ? 'notFound' : found.member(participant) === null ? 'notMember' : 'member';
  }
}

/** One connection: both ways keep their order, and end together. */
export class FakeConnection implements Transport {
  private board: FakeBoard | undefined;
  private client = '';
  private seq = 0;
  private open = false;
  private presence: PresenceUpdate | null = null;
  private arrivesAt = { up: 0, down: 0 };

  constructor(
    private readonly server: FakeServer,
    readonly participant: string,
    readonly name: string,
    private readonly events: TransportEvents,
  ) {}

  async start(): Promise<void> {
    await this.server.travel();
    if (!this.server.isUp) {
      throw new Error('Nothing answers');
    }
    this.open = true;
    this.server.connections.add(this);
  }

  join(request: JoinRequest): Promise<JoinAnswer> {
    return new Promise((resolve, reject) => {
      this.onCut.push(() => reject(new Error('The connection was cut')));
      this.up(() => {
        const answer = copyOf(this.answer(request));
        this.down(() => resolve(answer));
        this.pump();
      });
    });
  }

  submit(commands: readonly CommandMessage[]): void {
    const sent = copyOf(commands);
    this.up(() => this.take(sent));
  }

  present(update: PresenceUpdate): void {
    this.up(() => {
      this.presence = update;
      for (const other of this.server.connections) {
        if (other !== this && other.board === this.board) {
          const here = [entryOf(this.name, this.participant, update)];
          other.tell({
            name: 'presence',
            frame: { here, gone: [], quiet: false, people: this.server.connections.size },
          });
        }
      }
    });
  }

  stop(): void {
    this.cut();
  }

  /** The connection ends without a word. */
  cut(): void {
    if (!this.open) {
      return;
    }
    this.open = false;
    this.server.connections.delete(this);
    for (const other of this.server.connections) {
      if (other.board === this.board) {
        other.tell({
          name: 'presence',
          frame: { here: [], gone: [this.name], quiet: false, people: this.server.connections.size },
        });
      }
    }
    for (const told of this.onCut.splice(0)) {
      told();
    }
    this.events.closed();
  }

  /** Says something out of turn. */
  tell(message: ServerMessage): void {
    const told = copyOf(message);
    this.down(() => this.events.message(told));
  }

  /** Sends what is new since the last time: the changes, then the outcomes that came with them (PROTOCOL R25). */
  pump(): void {
    const { board } = this;
    if (board === undefined || !this.open) {
      return;
    }
    const patches = board.patchesSince(this.seq, this.participant);
    if (patches === null) {
      this.tell({ name: 'resync', resync: { reason: 'tooFarBehind' } });
      return;
    }
    const count = board.seq - this.seq;
    if (count > 0) {
      const first = this.seq + 1;
      this.seq = board.seq;
      this.tellWithMishaps({ name: 'changes', changes: { epoch: board.epoch, first, count, patches } });
      this.tellOutcomes(board, first);
    }
  }

  private readonly onCut: (() => void)[] = [];

  private tellOutcomes(board: FakeBoard, first: number): void {
    const outcomes = board.events.slice(first - 1).flatMap(({ outcome }, at) => {
      const seq = first + at;
      return outcome?.client === this.client ? [outcomeOf(outcome.number, seq, outcome.refusal)] : [];
    });
    if (outcomes.length > 0) {
      this.tell({ name: 'outcomes', outcomes });
    }
  }

  private tellWithMishaps(message: ServerMessage): void {
    const { clock, weather } = this.server;
    if (clock.random() >= weather.mishaps) {
      this.tell(message);
    } else if (clock.random() < 0.5) {
      this.tell(message);
      this.tell(message);
    }
  }

  private answer({ board: id, client, epoch, seq }: JoinRequest): JoinAnswer {
    const board = this.server.boards.get(id);
    const me = board?.member(this.participant) ?? null;
    const known = board !== undefined && epoch === board.epoch && board.patchesSince(seq, this.participant) !== null;
    const status = this.server.unavailable.has(id)
      ? 'unavailable'
      : board === undefined
        ? 'notFound'
        : me === null
          ? 'notMember'
          : !board.owns(this.participant, client)
            ? 'clientTaken'
            : known
              ? 'live'
              : 'snapshot';
    const live = status === 'live';
    this.board = live ? board : undefined;
    this.client = client;
    this.seq = seq;
    const { last, refusals } = live ? (board?.progress(client) ?? nothing) : nothing;
    const here = live ? this.everybody() : [];
    return {
      status,
      epoch: board?.epoch ?? 0,
      seq: board?.seq ?? 0,
      me: live ? me : null,
      connection: live ? this.name : '',
      last,
      refusals,
      here,
      people: new Set(here.map(({ participant }) => participant)).size,
      bundle: live ? this.server.bundle : '',
      now: 0,
    };
  }

  private everybody(): JoinAnswer['here'] {
    return [...this.server.connections].flatMap((other) =>
      other.board === this.board ? [entryOf(other.name, other.participant, other.presence ?? nobodyDoing)] : [],
    );
  }

  /** PROTOCOL R21 to R29. */
  private take(commands: readonly CommandMessage[]): void {
    const { board, server } = this;
    if (board === undefined) {
      return;
    }
    const { last } = board.progress(this.client);
    const [first] = commands;
    if (first !== undefined && first.number > last + 1) {
      this.tellRetry('gap');
      return;
    }
    const fails = server.clock.random() < server.weather.retries;
    if (fails && server.clock.random() < 0.5) {
      this.tellRetry(reasons[Math.floor(server.clock.random() * reasons.length)] ?? 'busy');
      return;
    }
    const resent = commands.filter(({ number }) => number <= last);
    for (const { number, command } of commands.slice(resent.length)) {
      board.execute(this.participant, this.client, number, command, server.clock.now());
    }
    server.publish();
    this.tellAgain(board, resent);
    if (fails) {
      this.tellRetry('unknown');
    }
  }

  /** PROTOCOL R23: the outcomes of commands that had been decided before. */
  private tellAgain(board: FakeBoard, resent: readonly CommandMessage[]): void {
    const { last, refusals } = board.progress(this.client);
    const remembered = resent.filter(({ number }) => number > last - limits.unsettledPerClient);
    const refusalOf = (wanted: number) => refusals.find(({ number }) => number === wanted);
    const outcomes = remembered.map(({ number }) => refusalOf(number) ?? outcomeOf(number, this.seq, null));
    if (outcomes.length > 0) {
      this.tell({ name: 'outcomes', outcomes });
    }
  }

  private tellRetry(reason: RetryReason): void {
    const last = this.board?.progress(this.client).last ?? 0;
    this.tell({ name: 'retry', retry: { reason, last, afterMs: 100 } });
  }

  private up(action: () => void): void {
    this.carry('up', action);
  }

  private down(action: () => void): void {
    this.carry('down', action);
  }

  private carry(way: 'up' | 'down', action: () => void): void {
    const { clock, weather } = this.server;
    const at = Math.max(clock.now() + weather.delayMs(), this.arrivesAt[way]);
    this.arrivesAt[way] = at;
    clock.after(at - clock.now(), () => {
      if (this.open) {
        action();
      }
    });
  }
}

const nothing: { readonly last: number; readonly refusals: JoinAnswer['refusals'] } = { last: 0, refusals: [] };

const nobodyDoing: PresenceUpdate = { cursor: null, selection: [], typing: '', drag: null, caret: null, guide: null };

function entryOf(connection: string, participant: string, { caret, guide, ...doing }: PresenceUpdate): PresenceEntry {
  return {
    connection,
    participant,
    ...doing,
    ...(caret === null ? {} : { caret }),
    ...(guide === null ? {} : { guide }),
  };
}

function outcomeOf(number: number, seq: number, refusal: JoinAnswer['refusals'][number]['refusal'] | null) {
  return refusal === null || refusal === undefined ? { number, seq } : { number, seq, refusal };
}

/** Messages arrive as copies, as JSON makes them. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
