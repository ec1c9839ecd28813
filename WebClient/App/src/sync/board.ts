import type { ClientCommand, JoinAnswer, JoinRequest, PresenceUpdate, Snapshot } from '../wire';
import type { Cancel } from './clock';
import { Connection, type ConnectionOwner, type ConnectionState } from './connection';
import type { TextDesk } from './drafts';
import { Inheritance } from './inheritance';
import { BoardKeeper, type KeptBoard, noBoardMemory } from './keptBoard';
import { KeptSteps } from './keptSteps';
import { OpenBody } from './openBody';
import { Outbox } from './outbox';
import { OwnMembership } from './ownMembership';
import { type Author, predict } from './predict';
import { PresenceReceiver, PresenceSender } from './presence';
import { Replica, type ReplicaMessage } from './replica';
import { Sender } from './sender';
import type { BoardSession, BodyText, Decision, SentCommand } from './session';
import { Cell, Channel } from './source';
import { StatusTeller } from './statusTeller';
import { OwnSteps } from './steps/ownSteps';
import { RemovedRecords } from './steps/remains';
import type { Trace } from './steps/trace';
import type { StoredCommand } from './storage';
import type { Surroundings } from './surroundings';
import { isKept } from './things';
import type { ServerMessage } from './transport';

/** An open board: puts replica, outbox, connection and presence together. */
export class BoardSync implements BoardSession, ConnectionOwner {
  readonly restored = new Channel<void>();
  readonly me: OwnMembership;
  readonly connection = new Cell('');
  readonly bundle = new Cell('');
  readonly presence: PresenceReceiver;
  readonly status = new StatusTeller();
  readonly steps: OwnSteps;

  private readonly outbox: Outbox;
  private readonly replica: Replica;
  private readonly link: Connection;
  private readonly sender: Sender;
  private readonly presenceSender: PresenceSender;
  private readonly inheritance: Inheritance;
  private readonly keeper: BoardKeeper;
  private readonly keptSteps: KeptSteps;
  private readonly endings: Cancel[];
  private readonly remains = new RemovedRecords();
  private desk: Promise<TextDesk> | undefined;
  private state: ConnectionState = 'connecting';
  private retryAt = 0;
  private shown = false;
  /** When what is shown was true, where it is what this browser kept; 0 for what the server said. */
  private asOf = 0;
  private closed = false;
  /** PROTOCOL R5: the epoch of the last live join; 0 before the first. */
  private epoch = 0;
  private inbox: ServerMessage[] = [];
  private frame: Cancel | undefined;

  constructor(
    readonly board: string,
    private readonly around: Surroundings,
    private readonly asParticipant = false,
  ) {
    const { clock, storage, newId } = around;
    this.outbox = new Outbox(board, newId(), storage, newId, () => this.tellStatus());
    this.replica = new Replica(
      this.outbox,
      () => this.me.participant,
      (kind, id) => this.remains.get(kind, id),
    );
    this.me = new OwnMembership(this.replica.records);
    this.steps = new OwnSteps({
      view: this.replica.records,
      now: () => clock.now(),
      predict: (view, command) => predict(view, command, this.author()),
      send: (command, trace, joins) => this.order(command, trace, joins),
      remember: (removed) => this.remains.remember(removed),
    });
    this.keptSteps = new KeptSteps(board, around.stepMemory, this.steps);
    this.keptSteps.load();
    this.keeper = this.keeperOf(this.replica);
    this.presence = new PresenceReceiver(clock);
    this.link = new Connection(around, this);
    this.sender = new Sender(
      clock,
      this.outbox,
      () => this.link.live,
      () => this.link.rejoin(),
      () => this.replica.version.seq,
    );
    this.presenceSender = new PresenceSender(
      clock,
      (update) => this.present(update),
      (id) => isKept(this.records, id),
    );
    this.inheritance = new Inheritance(board, around, (commands) => void this.adopt(commands));
    this.endings = [around.onWake(() => this.link.wake()), around.onHide(() => this.hidden())];
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
    this.keptSteps.save();
    this.keeper.end();
    this.closed = true;
    this.frame?.();
    this.link.stop();
    this.sender.stop();
    this.presenceSender.stop();
    this.presence.stop();
    this.inheritance.end();
    for (const end of this.endings) {
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
    this.asOf = 0;
    this.tellStatus();
  }

  joined({ client }: JoinRequest, answer: JoinAnswer): boolean {
    if (client !== this.outbox.active.client) {
      // Another tab died while this was on its way: its commands go first.
      return false;
    }
    this.shown = true;
    this.connection.set(answer.connection);
    this.bundle.set(answer.bundle);
    this.me.follow(answer.me);
    this.replica.join(client, answer);
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
      this.keeper.live();
      this.goOn();
    } else {
      this.sender.stop();
      this.presence.lost();
      this.keepOrForget(state);
      this.tellStatus();
    }
  }

  // ---- Inside ----

  private author(): Author {
    const { participant } = this.me;
    return { participant, at: this.around.clock.now(), remains: (kind, id) => this.remains.get(kind, id) };
  }

  /** Takes over what earlier tabs left behind, and connects. */
  private async begin(): Promise<void> {
    await this.inheritance.begin(this.outbox.active.client);
    if (!this.closed) {
      this.link.start();
    }
  }

  private async adopt(commands: readonly StoredCommand[]): Promise<void> {
    const desk = commands.some(({ text }) => text !== undefined) ? await this.loadDesk() : null;
    if (this.closed) {
      return;
    }
    this.drain();
    this.outbox.adopt(commands, desk);
    this.replica.repredict();
    this.rejoin();
    this.tellStatus();
  }

  /** What a host sees as a participant does is not kept: it is not what they see. */
  private keeperOf(replica: Replica): BoardKeeper {
    const { clock, boardMemory } = this.around;
    return new BoardKeeper(this.board, clock, this.asParticipant ? noBoardMemory : boardMemory, {
      confirmed: () => {
        const me = this.me.get();
        return me === null || replica.version.seq === 0 ? null : { me, snapshot: replica.confirmed() };
      },
      isShown: () => this.shown,
      show: (kept) => this.showKept(kept),
    });
  }

  private showKept({ at, me, snapshot }: KeptBoard): void {
    this.replica.load(snapshot);
    this.replica.forgetVersion();
    this.me.follow(me);
    this.shown = true;
    this.asOf = at;
    this.tellStatus();
  }

  private keepOrForget(state: ConnectionState): void {
    switch (state) {
      case 'notMember':
      case 'notFound':
      case 'removed':
        this.keeper.forget();
        return;
      case 'offline':
      case 'unavailable':
      case 'busy':
        this.keeper.keep();
        void this.keeper.recall();
    }
  }

  private hidden(): void {
    this.keptSteps.save();
    this.keeper.keep();
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
    this.inheritance.hold(this.outbox.rename());
    this.replica.repredict();
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
    const { state, closed, shown, retryAt, asOf } = this;
    const [unsent, safe, caughtUp] = [this.outbox.count, this.outbox.isSafe, this.replica.hasCaughtUp];
    this.status.tell({ state, closed, shown, caughtUp, unsent, safe, retryAt, asOf });
  }
}

function isForReplica(message: ServerMessage): message is ReplicaMessage {
  return message.name === 'changes' || message.name === 'outcomes';
}
