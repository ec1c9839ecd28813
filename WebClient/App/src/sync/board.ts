import type { ClientCommand, JoinAnswer, JoinRequest, Membership, PresenceUpdate, Snapshot } from '../wire';
import type { Cancel } from './clock';
import { Connection, type ConnectionOwner, type ConnectionState, type ConnectionWays } from './connection';
import type { TextDesk } from './drafts';
import type { ClientLocks, Release } from './locks';
import { OpenBody } from './openBody';
import { Outbox } from './outbox';
import { type Author, predict } from './predict';
import { PresenceReceiver, PresenceSender } from './presence';
import { Replica, type ReplicaMessage } from './replica';
import { Sender } from './sender';
import type { BoardSession, BodyText, Decision, Link, SentCommand, SyncStatus } from './session';
import { Cell, Channel } from './source';
import { OwnSteps } from './steps/ownSteps';
import { RemovedRecords } from './steps/remains';
import type { Trace } from './steps/trace';
import type { CommandStorage, StoredCommand } from './storage';
import type { ServerMessage } from './transport';

/** Everything around an open board that tests put something else in the place of. */
export interface Surroundings extends ConnectionWays {
  readonly storage: CommandStorage;
  readonly stepMemory: StepMemory;
  readonly locks: ClientLocks;
  newId(): string;
  /** Where a file of the board is fetched from. */
  fileAddress(file: string): string;
  /** Loads what changes of texts need. */
  loadDesk(): Promise<TextDesk>;
  /** Calls when there is a reason to try connecting now: the network is back, somebody looks at the page again. */
  onWake(wake: () => void): Cancel;
}

/** Where a tab keeps the steps that can be taken back while its page is loaded anew. */
export interface StepMemory {
  /** What was written last for this board in this tab; null for nothing. */
  read(board: string): string | null;
  write(board: string, text: string): void;
  /** Calls when the page is about to go. */
  onLeave(leave: () => void): Cancel;
}

/** Steps are kept over a reload in so many UTF-16 code units at most; tabs have about 5 million for everything. */
const stepMemoryLength = 1_500_000;

/** Storage that does not answer for so long, in milliseconds, is not waited for. */
const storageTimeoutMs = 3_000;

/** An open board: puts replica, outbox, connection and presence together. */
export class BoardSync implements BoardSession, ConnectionOwner {
  readonly restored = new Channel<void>();
  readonly me = new Cell<Membership | null>(null);
  readonly connection = new Cell('');
  readonly bundle = new Cell('');
  readonly presence: PresenceReceiver;
  readonly status = new Cell<SyncStatus>({ link: 'connecting', unsent: 0, allSaved: true, safe: true, retryAt: 0 });

  readonly steps: OwnSteps;

  private readonly outbox: Outbox;
  private readonly replica: Replica;
  private readonly link: Connection;
  private readonly sender: Sender;
  private readonly presenceSender: PresenceSender;
  private readonly leaving = new AbortController();
  private readonly endings: (Cancel | Release)[] = [];
  private readonly remains = new RemovedRecords();
  private desk: Promise<TextDesk> | undefined;
  private state: ConnectionState = 'connecting';
  private retryAt = 0;
  private shown = false;
  /** PROTOCOL R5: the epoch of the last live join; 0 before the first. */
  private epoch = 0;
  private inbox: ServerMessage[] = [];
  private frame: Cancel | undefined;
  private unfollowMe: Cancel = () => undefined;

  constructor(
    readonly board: string,
    private readonly around: Surroundings,
    private readonly asParticipant = false,
  ) {
    const { clock, storage, newId } = around;
    this.outbox = new Outbox(board, newId(), storage, newId, () => this.tellStatus());
    this.replica = new Replica(
      this.outbox,
      () => this.me.get()?.participant ?? '',
      (kind, id) => this.remains.get(kind, id),
    );
    this.steps = new OwnSteps({
      view: this.replica.records,
      now: () => clock.now(),
      predict: (view, command) => predict(view, command, this.author()),
      send: (command, trace, joins) => this.order(command, trace, joins),
      remember: (removed) => this.remains.remember(removed),
    });
    this.loadSteps();
    this.endings.push(around.stepMemory.onLeave(() => this.saveSteps()));
    this.presence = new PresenceReceiver(clock);
    this.link = new Connection(around, this);
    this.sender = new Sender(
      clock,
      this.outbox,
      () => this.link.live,
      () => this.link.rejoin(),
      () => this.replica.version.seq,
    );
    this.presenceSender = new PresenceSender(clock, (update) => this.present(update));
    this.endings.push(around.onWake(() => this.link.wake()));
    void this.begin();
  }

  get records(): Replica['records'] {
    return this.replica.records;
  }

  get refusals(): Replica['refusals'] {
    return this.replica.refusals;
  }

  send(command: ClientCommand): SentCommand {
    return this.steps.send(command);
  }

  private order(command: ClientCommand, trace: Trace, joins: boolean): SentCommand {
    const decision = new Promise<Decision>((resolve) => {
      this.replica.add(command, this.around.clock.now(), resolve, trace, joins);
    });
    this.sender.pump();
    this.tellStatus();
    return { command, decision };
  }

  fileAddress(file: string): string {
    return this.around.fileAddress(file);
  }

  async openBody(idea: string): Promise<BodyText> {
    await this.loadDesk();
    return new OpenBody(
      idea,
      this.replica,
      (command) => this.send(command),
      (caret) => this.setPresence({ caret }),
    );
  }

  setPresence(update: Partial<PresenceUpdate>): void {
    this.presenceSender.set(update);
  }

  retry(): void {
    this.link.wake();
  }

  close(): void {
    this.saveSteps();
    this.leaving.abort();
    this.frame?.();
    this.link.stop();
    this.sender.stop();
    this.presenceSender.stop();
    this.presence.stop();
    for (const end of this.endings.splice(0)) {
      end();
    }
    this.tellStatus();
  }

  // ---- What the connection asks and tells ----

  position(): JoinRequest {
    this.drain();
    const { board, asParticipant } = this;
    return { board, client: this.outbox.active.client, ...this.replica.version, asParticipant };
  }

  forgetPosition(): void {
    this.inbox = [];
    this.replica.forgetVersion();
  }

  loaded(snapshot: Snapshot): void {
    this.inbox = [];
    this.replica.load(snapshot);
    this.shown = true;
    this.tellStatus();
  }

  joined({ client }: JoinRequest, answer: JoinAnswer): boolean {
    if (client !== this.outbox.active.client) {
      // Another tab died while this was on its way: its commands go first.
      return false;
    }
    this.shown = true;
    this.me.set(answer.me);
    this.connection.set(answer.connection);
    this.bundle.set(answer.bundle);
    this.replica.join(client, answer);
    this.followMe(answer.me?.participant ?? '');
    const restored = this.epoch !== 0 && this.epoch !== answer.epoch;
    this.epoch = answer.epoch;
    if (restored) {
      this.restored.emit();
    }
    if (restored || !this.outbox.followsOn(answer.last)) {
      // PROTOCOL R47: numbers mean something within one epoch only. What the restored board knows is settled first, so that it is not sent again.
      this.outbox.settleThrough(client, answer.last, answer.refusals);
      this.renameLane();
      return false;
    }
    this.presence.joined(answer.connection, answer.here, answer.people);
    return true;
  }

  clientTaken({ client }: JoinRequest): void {
    if (client === this.outbox.active.client) {
      this.renameLane();
    }
  }

  received(message: ServerMessage): void {
    if (message.name === 'presence') {
      this.presence.hear(message.frame);
      return;
    }
    this.inbox.push(message);
    this.frame ??= this.around.clock.onFrame(() => this.drain());
  }

  stateChanged(state: ConnectionState, retryAt: number): void {
    this.state = state;
    this.retryAt = retryAt;
    if (state === 'joined') {
      this.presenceSender.joined();
      this.goOn();
    } else {
      this.sender.stop();
      this.presence.lost();
      this.tellStatus();
    }
  }

  // ---- Inside ----

  private author(): Author {
    const participant = this.me.get()?.participant ?? '';
    return { participant, at: this.around.clock.now(), remains: (kind, id) => this.remains.get(kind, id) };
  }

  private saveSteps(): void {
    this.around.stepMemory.write(this.board, this.steps.save(stepMemoryLength));
  }

  /** Steps from before a reload; what cannot be read is as if it were not there. */
  private loadSteps(): void {
    const saved = this.around.stepMemory.read(this.board);
    try {
      this.steps.load(saved ?? '[]');
    } catch {
      this.around.stepMemory.write(this.board, '[]');
    }
  }

  /** Takes over what earlier tabs left behind, and connects. */
  private async begin(): Promise<void> {
    this.hold(this.outbox.active.client, () => undefined);
    const own = this.outbox.active.client;
    const clients = new Set((await this.stored()).map(({ client }) => client));
    clients.delete(own);
    for (const client of clients) {
      this.hold(client, () => void this.adopt(client));
    }
    if (!this.leaving.signal.aborted) {
      this.link.start();
    }
  }

  /** Unsent commands of this board in this browser; none when the browser does not say in time. */
  private stored(): Promise<readonly StoredCommand[]> {
    return new Promise((resolve) => {
      const cancel = this.around.clock.after(storageTimeoutMs, () => resolve([]));
      this.around.storage
        .load(this.board)
        .then(resolve, () => resolve([]))
        .finally(cancel);
    });
  }

  /** Speaks for a browser session from the moment that no other tab does, until this board is closed. */
  private hold(client: string, begin: () => void): void {
    this.around.locks.hold(client, this.leaving.signal).then(
      (release) => {
        if (this.leaving.signal.aborted) {
          release();
        } else {
          this.endings.push(release);
          begin();
        }
      },
      () => undefined,
    );
  }

  private async adopt(client: string): Promise<void> {
    const commands = (await this.stored()).filter((stored) => stored.client === client);
    if (commands.length === 0 || this.leaving.signal.aborted) {
      return;
    }
    const desk = commands.some(({ text }) => text !== undefined) ? await this.loadDesk() : null;
    if (this.leaving.signal.aborted) {
      return;
    }
    this.drain();
    this.outbox.adopt(commands, desk);
    this.replica.repredict();
    this.rejoin();
    this.tellStatus();
  }

  private async loadDesk(): Promise<TextDesk> {
    this.desk ??= this.around.loadDesk().catch((error: unknown) => {
      this.desk = undefined;
      throw error;
    });
    const desk = await this.desk;
    this.replica.desk = desk;
    return desk;
  }

  private renameLane(): void {
    this.hold(this.outbox.rename(), () => undefined);
    this.replica.repredict();
  }

  /** A host may give me another role, and I another name, while the connection stays: the person's record says so. */
  private followMe(participant: string): void {
    const follow = (): void => {
      const [me, person] = [this.me.get(), this.records.get('person', participant)];
      if (me !== null && person !== undefined) {
        const { name, colour, role, segment } = person;
        const isHost = role === 'owner' || role === 'host';
        const next = { participant, name, colour, role, segment, isHost };
        this.me.set(sameMembership(me, next) ? me : next);
      }
    };
    this.unfollowMe();
    this.unfollowMe = this.records.subscribe('person', participant, follow);
    follow();
  }

  private present(update: PresenceUpdate): boolean {
    const transport = this.link.live;
    transport?.present(update);
    return transport !== undefined;
  }

  private rejoin(): void {
    if (this.link.live !== undefined) {
      this.link.rejoin();
    }
  }

  /** Takes in what arrived since the last picture, in one step. */
  private drain(): void {
    this.frame?.();
    this.frame = undefined;
    const messages = this.inbox.splice(0);
    if (messages.length === 0) {
      return;
    }
    if (!this.replica.receive(messages.filter(isForReplica))) {
      this.rejoin();
    }
    for (const message of messages) {
      if (message.name === 'retry') {
        this.sender.retry(message.retry);
      }
    }
    this.sender.heard();
    this.goOn();
  }

  /** After something was decided or came through: the next lane, the next commands, the latest status. */
  private goOn(): void {
    if (this.outbox.finishLane()) {
      this.rejoin();
    }
    this.sender.pump();
    this.tellStatus();
  }

  private tellStatus(): void {
    const unsent = this.outbox.count;
    const next = {
      link: this.linkNow(),
      unsent,
      allSaved: unsent === 0,
      safe: this.outbox.isSafe,
      retryAt: this.retryAt,
    };
    const now = this.status.get();
    const same =
      next.link === now.link && next.unsent === now.unsent && next.safe === now.safe && next.retryAt === now.retryAt;
    if (!same) {
      this.status.set(next);
    }
  }

  private linkNow(): Link {
    if (this.leaving.signal.aborted) {
      return 'closed';
    }
    if (this.state === 'joined') {
      return this.replica.hasCaughtUp ? 'live' : 'catchingUp';
    }
    return this.state === 'connecting' && this.shown ? 'catchingUp' : this.state;
  }
}

function sameMembership(one: Membership, other: Membership): boolean {
  return (
    one.participant === other.participant &&
    one.name === other.name &&
    one.colour === other.colour &&
    one.role === other.role
  );
}

function isForReplica(message: ServerMessage): message is ReplicaMessage {
  return message.name === 'changes' || message.name === 'outcomes';
}
