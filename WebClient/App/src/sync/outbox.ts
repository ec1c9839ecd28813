import { type ClientCommand, type CommandMessage, limits, type OutcomeMessage, type RefusalCode } from '../wire';
import { coalesce } from './coalesce';
import type { Draft, TextDesk } from './drafts';
import type { Decision } from './session';
import type { Trace } from './steps/trace';
import type { CommandStorage, StorageChange, StoredCommand } from './storage';

/** A command that the board has not decided yet. */
export interface Pending {
  readonly number: number;
  readonly command: ClientCommand;
  /** When it was given, Unix milliseconds. */
  readonly at: number;
  /** Told once the board has decided. A coalesced command has several who wait. */
  readonly waiting: readonly ((decision: Decision) => void)[];
  /** What it changes, where that is kept to be taken back. */
  readonly trace: Trace | null;
  /** For a change of a text: what it has become since it was typed. */
  readonly draft: Draft | null;
}

/** The commands of one browser session, numbered without gaps. */
export interface Lane {
  readonly client: string;
  /** Undecided commands in the order of their numbers. */
  readonly commands: readonly Pending[];
  /** The highest number that was sent since the last join or retry; later ones are still to be sent. */
  readonly sentThrough: number;
}

interface MutableLane extends Lane {
  client: string;
  commands: Pending[];
  next: number;
  sentThrough: number;
  /** The highest number ever sent by this tab, whatever came of it; commands up to it are never changed again. */
  fixedThrough: number;
}

/** What a decided command came to. */
export interface Decided {
  readonly command: ClientCommand;
  readonly refusal: RefusalCode | null;
  readonly draft: Draft | null;
}

/** Messages have at most this many bytes of commands; the rest of Limits.MessageBytes is for what stands around them. */
const batchBytes = 60_000;

const encoder = new TextEncoder();

/**
 * Commands on their way, in lanes: one lane for this tab and, before it, one for each browser session whose tab ended with
 * commands unsent. Only one lane is sent from at a time, the oldest first, so that what was done first is decided first.
 */
export class Outbox {
  private readonly lanes: MutableLane[];
  private readonly queue: StorageChange[] = [];
  /** The latest wish to keep each command that is not stored yet, by client and number. */
  private readonly unstored = new Map<string, StorageChange>();
  private writing = false;

  /** @param onStored called when more or less is safe than before. */
  constructor(
    private readonly board: string,
    client: string,
    private readonly storage: CommandStorage,
    private readonly newClient: () => string,
    private readonly onStored: () => void,
  ) {
    this.lanes = [laneOf(client, [])];
  }

  /** The lane to send from now. */
  get active(): Lane {
    return this.activeLane;
  }

  /** All undecided commands in the order in which they will be decided. */
  get pending(): readonly Pending[] {
    return this.lanes.flatMap((lane) => lane.commands);
  }

  /** How many commands are undecided. */
  get count(): number {
    return this.lanes.reduce((sum, lane) => sum + lane.commands.length, 0);
  }

  /** Whether every undecided command would survive the tab. */
  get isSafe(): boolean {
    return this.unstored.size === 0;
  }

  /**
   * Adds a command of this tab. It may take the place of the one before it, when that was never sent and `joins` says that the two are one step;
   * then `replaces` is true.
   */
  add(
    command: ClientCommand,
    at: number,
    decided: (decision: Decision) => void,
    draft: Draft | null = null,
    trace: Trace | null = null,
    joins = true,
  ): { pending: Pending; replaces: boolean } {
    const lane = this.ownLane;
    const last = lane.commands.at(-1);
    const joined = !joins || last === undefined || last.number <= lane.fixedThrough ? null : join(last, command);
    const replaces = last !== undefined && joined !== null;
    const pending: Pending = replaces
      ? { number: last.number, command: joined, at, waiting: [...last.waiting, decided], draft: last.draft, trace }
      : { number: lane.next++, command, at, waiting: [decided], draft, trace };
    if (replaces) {
      last.trace?.forget();
      lane.commands.pop();
    }
    lane.commands.push(pending);
    this.keep(lane.client, pending);
    return { pending, replaces };
  }

  /** Takes over the unsent commands of a browser session whose tab is gone; `desk` is needed where texts were changed. */
  adopt(stored: readonly StoredCommand[], desk: TextDesk | null = null): void {
    const [first] = stored;
    if (first === undefined || this.lanes.some((lane) => lane.client === first.client)) {
      return;
    }
    const commands = stored.map((each) => ({ ...each, waiting: [], draft: draftOf(each, desk), trace: null }));
    this.lanes.splice(this.lanes.length - 1, 0, laneOf(first.client, commands));
  }

  /**
   * PROTOCOL R21: the next commands to send, at most so many and few enough bytes for one message, and none while too many are sent
   * and unsettled. They count as sent from now on. Changes of texts are sent as they are on the text of version `base` (R51), one of each text at a time.
   */
  take(most: number, base = 0): readonly CommandMessage[] {
    const lane = this.activeLane;
    const batch: CommandMessage[] = [];
    const lastAllowed = (lane.commands[0]?.number ?? 0) + limits.unsettledPerClient - 1;
    const underWay = new Set<string>();
    let bytes = 0;
    for (const { number, command: given, draft } of lane.commands) {
      const waits = draft !== null && underWay.has(draft.idea);
      if (draft !== null) {
        underWay.add(draft.idea);
      }
      if (number <= lane.sentThrough) {
        continue;
      }
      if (waits) {
        break;
      }
      const command = draft?.command(base) ?? given;
      bytes += encoder.encode(JSON.stringify(command)).length + 30;
      if (batch.length >= most || number > lastAllowed || (batch.length > 0 && bytes > batchBytes)) {
        break;
      }
      batch.push({ number, command });
    }
    lane.sentThrough = batch.at(-1)?.number ?? lane.sentThrough;
    lane.fixedThrough = Math.max(lane.fixedThrough, lane.sentThrough);
    return batch;
  }

  /** How many commands wait to be sent. */
  get waiting(): number {
    const lane = this.activeLane;
    return lane.commands.reduce((count, { number }) => (number > lane.sentThrough ? count + 1 : count), 0);
  }

  /** PROTOCOL R18: after a join of the active lane, everything above this number is to be sent (again). */
  resume(last: number): void {
    this.activeLane.sentThrough = last;
  }

  /** PROTOCOL R29: everything above this number is to be sent again. */
  rewind(last: number): void {
    this.activeLane.sentThrough = Math.min(this.activeLane.sentThrough, last);
  }

  /** The board decided one command of this client; null when that was known already. */
  settle(client: string, outcome: OutcomeMessage): Decided | null {
    const lane = this.lanes.find((each) => each.client === client);
    if (lane === undefined) {
      return null;
    }
    const at = lane.commands.findIndex(({ number }) => number === outcome.number);
    const [pending] = at < 0 ? [] : lane.commands.splice(at, 1);
    if (pending === undefined) {
      return null;
    }
    this.unstored.delete(`${lane.client}/${pending.number}`);
    if (outcome.refusal === 'stale' && pending.draft !== null) {
      this.doAgain(pending, pending.draft);
      this.forgetThrough(lane, pending.number);
      return null;
    }
    this.forgetThrough(lane, pending.number);
    for (const tell of pending.waiting) {
      tell(outcome.refusal ?? 'accepted');
    }
    const { draft } = pending;
    return { command: draft?.command(0) ?? pending.command, refusal: outcome.refusal ?? null, draft };
  }

  /** PROTOCOL R18: all commands of this client up to `last` are decided; those not among the refusals were accepted. */
  settleThrough(client: string, last: number, refusals: readonly OutcomeMessage[]): readonly Decided[] {
    const refused = new Map(refusals.map((outcome) => [outcome.number, outcome]));
    const lane = this.lanes.find((each) => each.client === client);
    if (lane === undefined) {
      return [];
    }
    lane.next = Math.max(lane.next, last + 1);
    const numbers = lane.commands.map(({ number }) => number).filter((number) => number <= last);
    return numbers.flatMap((number) => this.settle(client, refused.get(number) ?? { number, seq: 0 }) ?? []);
  }

  /**
   * Whether the active lane goes on directly after the last number that the board knows of it. It does not when a number was never
   * stored before its tab ended, or when the board was restored from a backup that lacks numbers which were settled here.
   */
  followsOn(last: number): boolean {
    const lane = this.activeLane;
    const open = lane.commands.filter(({ number }) => number > last);
    return lane.next <= last + 1 + open.length && open.every(({ number }, at) => number === last + 1 + at);
  }

  /** Ends the active lane when it was somebody else's and everything in it is decided. True when there is another lane to send from now. */
  finishLane(): boolean {
    const lane = this.activeLane;
    if (lane === this.ownLane || lane.commands.length > 0) {
      return false;
    }
    this.lanes.splice(this.lanes.indexOf(lane), 1);
    return true;
  }

  /** The active lane's client id cannot go on (PROTOCOL R22, or a gap). Its commands get a new one and are numbered from 1 again. */
  rename(): string {
    const lane = this.activeLane;
    const old = { client: lane.client, commands: lane.commands };
    for (const { number } of old.commands) {
      this.unstored.delete(`${old.client}/${number}`);
    }
    lane.client = this.newClient();
    lane.commands = old.commands.map((pending, at) => ({ ...pending, number: at + 1 }));
    lane.next = lane.commands.length + 1;
    lane.sentThrough = 0;
    lane.fixedThrough = 0;
    for (const pending of lane.commands) {
      this.keep(lane.client, pending);
    }
    this.forget(old.client, Number.MAX_SAFE_INTEGER);
    return lane.client;
  }

  /** All drafts of one body, in the order in which they stand on each other. */
  draftsOf(idea: string): readonly Draft[] {
    return this.pending.flatMap(({ draft }) => (draft?.idea === idea ? [draft] : []));
  }

  /** The board said that these commands are decided: notes it in drafts, which are met with in the changes that follow. */
  noteAccepted(client: string, outcomes: readonly OutcomeMessage[]): void {
    const accepted = new Map(
      outcomes.filter(({ refusal }) => refusal === undefined).map((each) => [each.number, each.seq]),
    );
    for (const { number, draft } of this.lanes.find((lane) => lane.client === client)?.commands ?? []) {
      const seq = accepted.get(number);
      if (draft !== null && seq !== undefined) {
        draft.acceptedIn = seq;
      }
    }
  }

  /** PROTOCOL R18: the same for everything up to `last` that is not among the refusals; the version is not known. */
  noteAcceptedThrough(client: string, last: number, refusals: readonly OutcomeMessage[]): void {
    const refused = new Set(refusals.map(({ number }) => number));
    for (const { number, draft } of this.lanes.find((lane) => lane.client === client)?.commands ?? []) {
      if (draft !== null && number <= last && !refused.has(number)) {
        draft.acceptedIn = 0;
      }
    }
  }

  /** Whether the next command to be sent is a change of a text. */
  get startsWithText(): boolean {
    const lane = this.activeLane;
    return (lane.commands.find(({ number }) => number > lane.sentThrough)?.draft ?? null) !== null;
  }

  /** PROTOCOL R52: a change that the board could not place any more goes into the next one of the same text, or is sent as a new command. */
  private doAgain({ command, at, waiting }: Pending, draft: Draft): void {
    for (const lane of this.lanes) {
      const index = lane.commands.findIndex((each) => each.draft?.idea === draft.idea);
      const next = lane.commands[index];
      if (next !== undefined && next.draft !== null) {
        next.draft.prepend(draft);
        const joined = { ...next, waiting: [...waiting, ...next.waiting] };
        lane.commands[index] = joined;
        this.keep(lane.client, joined);
        return;
      }
    }
    const again = { number: this.ownLane.next++, command, at, waiting, draft, trace: null };
    this.ownLane.commands.push(again);
    this.keep(this.ownLane.client, again);
  }

  private get activeLane(): MutableLane {
    return this.lanes[0] ?? this.ownLane;
  }

  private get ownLane(): MutableLane {
    const lane = this.lanes.at(-1);
    if (lane === undefined) {
      throw new Error('An outbox always has the lane of its own tab');
    }
    return lane;
  }

  private keep(client: string, { number, command, at, draft }: Pending): void {
    const text = draft === null ? {} : { command: draft.command(0), text: draft.under };
    const change = { keep: { board: this.board, client, number, command, at, ...text } };
    this.unstored.set(`${client}/${number}`, change);
    this.store(change);
  }

  /** Everything before the lane's first command, and this one, is decided. */
  private forgetThrough(lane: Lane, number: number): void {
    this.forget(lane.client, lane.commands[0] === undefined ? number : lane.commands[0].number - 1);
  }

  private forget(client: string, through: number): void {
    this.store({ forget: { board: this.board, client, through } });
  }

  private store(change: StorageChange): void {
    this.queue.push(change);
    if (!this.writing) {
      this.writing = true;
      void this.writeAll();
    }
  }

  /** Writes what has gathered, again and again until nothing is left. What cannot be stored stays in memory and is not called safe. */
  private async writeAll(): Promise<void> {
    await Promise.resolve();
    while (this.queue.length > 0) {
      const changes = this.queue.splice(0);
      const stored = await this.storage.write(changes).then(
        () => true,
        () => false,
      );
      for (const change of changes) {
        this.noteStored(change, stored);
      }
      this.onStored();
    }
    this.writing = false;
  }

  private noteStored(change: StorageChange, stored: boolean): void {
    if ('keep' in change) {
      const key = `${change.keep.client}/${change.keep.number}`;
      if (stored && this.unstored.get(key) === change) {
        this.unstored.delete(key);
      }
    }
  }
}

/** One command that says what two said, the second one given directly after the first, which was never sent; null where that cannot be. */
function join(last: Pending, command: ClientCommand): ClientCommand | null {
  if (last.draft !== null && command.type === 'changeIdeaBody' && last.draft.idea === command.id) {
    last.draft.append(command.changes);
    return last.command;
  }
  return coalesce(last.command, command);
}

function draftOf({ command, text }: StoredCommand, desk: TextDesk | null): Draft | null {
  const isText = command.type === 'changeIdeaBody' && text !== undefined;
  return isText && desk !== null ? desk.draft(command.id, text, command.changes) : null;
}

function laneOf(client: string, commands: Pending[]): MutableLane {
  const last = commands.at(-1)?.number ?? 0;
  return { client, commands, next: last + 1, sentThrough: 0, fixedThrough: last };
}
