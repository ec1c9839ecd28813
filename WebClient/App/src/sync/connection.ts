import type { ByeMessage, Changes, JoinAnswer, JoinRequest, Snapshot } from '../wire';
import { backoffMs } from './backoff';
import type { Cancel, Clock } from './clock';
import { Mailbox } from './mailbox';
import type { Connect, ServerMessage, Transport } from './transport';

/** Why nothing can be shown, as found out over HTTP; `unknown` when no answer came. */
export type Access = 'member' | 'notMember' | 'notFound' | 'unavailable' | 'unknown';

/** What came of fetching a snapshot. */
export type Fetched = Snapshot | Exclude<Access, 'member'>;

/** How the connection stands, for the banner. Whether it has caught up is for its owner to know. */
export type ConnectionState =
  | 'connecting'
  | 'joined'
  | 'offline'
  | 'unavailable'
  | 'busy'
  | 'notMember'
  | 'notFound'
  | 'removed'
  | 'tooManyTabs';

/** What a connection needs from the board that it is for. */
export interface ConnectionOwner {
  /** What to join with: everything that was received is in it. */
  position(): JoinRequest;
  /** What is held is of no use: join with zeros from now on. */
  forgetPosition(): void;
  loaded(snapshot: Snapshot): void;
  /** Changes flow from now on. False to join again, with another position. */
  joined(request: JoinRequest, answer: JoinAnswer): boolean;
  /** PROTOCOL R22: the client that was named belongs to somebody else. */
  clientTaken(request: JoinRequest): void;
  received(message: ServerMessage): void;
  stateChanged(state: ConnectionState, retryAt: number): void;
}

/** Where a connection goes to. */
export interface ConnectionWays {
  readonly clock: Clock;
  readonly connect: Connect;
  fetchSnapshot(): Promise<Fetched>;
  /** Asks why a connection cannot be opened. */
  findAccess(): Promise<Access>;
}

/** An event in the life of one connection. */
type Event = 'closed' | 'rejoin' | { readonly bye: ByeMessage };

/** How one connection ended: barred until somebody calls `wake`, or to be tried again. */
type Ending =
  | { readonly barred: 'notMember' | 'notFound' | 'removed' | 'tooManyTabs' }
  | { readonly again: 'offline' | 'unavailable' | 'busy' }
  | { readonly afterMs: number; readonly state: 'offline' | 'busy' };

/** A join that is not answered for so long, in milliseconds, will not be answered. */
const joinTimeoutMs = 20_000;

/** A connection that is not open after so long, in milliseconds, will not open. */
const startTimeoutMs = 15_000;

/** Joins in a row after which changes did not flow for `fruitfulMs`; then all is begun anew. */
const fruitlessJoins = 8;

/** Changes that flowed for so long, in milliseconds, make a join a fruitful one. */
const fruitfulMs = 1_000;

/** A connection that held for so long, in milliseconds, was a good one: the next failure is counted as the first. */
const steadyMs = 10_000;

/** Keeps a board connected: connects, joins, fetches, joins again, and after every ending waits and does it all again. */
export class Connection {
  private transport: Transport | undefined;
  private joined = false;
  private mailbox = new Mailbox<Event>();
  private held: Changes[] = [];
  private stopped = false;
  private hurry: () => void = () => undefined;

  constructor(
    private readonly ways: ConnectionWays,
    private readonly owner: ConnectionOwner,
  ) {}

  /** Connects and stays connected until `stop`. */
  start(): void {
    void this.run();
  }

  /** The transport to send on, while changes flow. */
  get live(): Transport | undefined {
    return this.joined ? this.transport : undefined;
  }

  /** Joins again on the same connection; connects anew when there is none. */
  rejoin(): void {
    this.joined = false;
    this.mailbox.post('rejoin');
  }

  /** Ends any waiting: tries now. */
  wake(): void {
    this.hurry();
  }

  stop(): void {
    this.stopped = true;
    this.joined = false;
    this.mailbox.post('closed');
    this.transport?.stop();
    this.hurry();
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopped) {
      const begun = this.ways.clock.now();
      const ending = await this.connectOnce();
      this.joined = false;
      if (this.stopped) {
        return;
      }
      failures = this.ways.clock.now() - begun >= steadyMs ? 0 : failures;
      await this.waitAfter(ending, failures++);
    }
  }

  private async waitAfter(ending: Ending, failures: number): Promise<void> {
    const { clock } = this.ways;
    if ('barred' in ending) {
      this.owner.stateChanged(ending.barred, 0);
      await this.pause(null);
      this.owner.stateChanged('connecting', 0);
      return;
    }
    const ms = 'again' in ending ? backoffMs(failures, clock.random()) : ending.afterMs * (1 + clock.random());
    this.owner.stateChanged('again' in ending ? ending.again : ending.state, clock.now() + ms);
    return this.pause(ms);
  }

  /** Waits so long, or until `wake` or `stop`; null for as long as it takes. */
  private pause(ms: number | null): Promise<void> {
    return new Promise((resolve) => {
      const cancel: Cancel = ms === null ? () => undefined : this.ways.clock.after(ms, () => this.hurry());
      this.hurry = () => {
        cancel();
        this.hurry = () => undefined;
        resolve();
      };
    });
  }

  /** The life of one connection, from its opening to its end. */
  private async connectOnce(): Promise<Ending> {
    const mailbox = new Mailbox<Event>();
    this.mailbox = mailbox;
    this.held = [];
    const transport = this.ways.connect({
      message: (message) => this.mailbox === mailbox && this.hear(message),
      closed: () => mailbox.post('closed'),
    });
    this.transport = transport;
    try {
      await this.withTimeout(transport.start(), startTimeoutMs);
      return this.stopped ? { again: 'offline' } : await this.converse(transport, mailbox);
    } catch {
      return await this.endingByAccess();
    } finally {
      transport.stop();
    }
  }

  private async endingByAccess(): Promise<Ending> {
    const access = await this.ways.findAccess();
    return access === 'notMember' || access === 'notFound'
      ? { barred: access }
      : { again: access === 'unavailable' ? 'unavailable' : 'offline' };
  }

  /** Joins, and joins again whenever that is needed, until the connection ends. */
  private async converse(transport: Transport, mailbox: Mailbox<Event>): Promise<Ending> {
    for (let tries = 0; tries < fruitlessJoins; tries++) {
      const ending = await this.join(transport);
      if (ending !== null) {
        return ending;
      }
      if (!this.joined) {
        continue;
      }
      const begun = this.ways.clock.now();
      const event = await mailbox.take();
      if (event !== 'rejoin') {
        return endingOf(event);
      }
      tries = this.ways.clock.now() - begun >= fruitfulMs ? -1 : tries;
    }
    this.owner.forgetPosition();
    return { again: 'offline' };
  }

  /** One join and what it asks for. Null when it went well, or when the next join may. */
  private async join(transport: Transport): Promise<Ending | null> {
    this.joined = false;
    const request = this.owner.position();
    const answer = await this.withTimeout(transport.join(request), joinTimeoutMs);
    switch (answer.status) {
      case 'live':
        this.goLive(request, answer);
        return null;
      case 'snapshot':
        return this.load();
      case 'clientTaken':
        this.owner.clientTaken(request);
        return null;
      case 'notMember':
      case 'notFound':
        return { barred: answer.status };
      case 'unavailable':
        return { again: 'unavailable' };
      case 'full':
      case 'tooFast':
        return { again: 'busy' };
      default:
        throw new Error(`Unknown answer ${answer.status satisfies never}`);
    }
  }

  private async load(): Promise<Ending | null> {
    const fetched = await this.ways.fetchSnapshot();
    if (typeof fetched === 'object') {
      if (!this.stopped) {
        this.owner.loaded(fetched);
      }
      return null;
    }
    return fetched === 'notMember' || fetched === 'notFound'
      ? { barred: fetched }
      : { again: fetched === 'unavailable' ? 'unavailable' : 'offline' };
  }

  private goLive(request: JoinRequest, answer: JoinAnswer): void {
    const held = this.held.splice(0);
    if (this.stopped || !this.owner.joined(request, answer)) {
      return;
    }
    this.joined = true;
    this.owner.stateChanged('joined', 0);
    for (const changes of held) {
      if (changes.epoch !== request.epoch || changes.first > request.seq) {
        this.owner.received({ name: 'changes', changes });
      }
    }
  }

  private hear(message: ServerMessage): void {
    if (message.name === 'bye') {
      this.mailbox.post({ bye: message.bye });
    } else if (message.name === 'resync') {
      this.owner.forgetPosition();
      this.rejoin();
    } else if (this.joined) {
      this.owner.received(message);
    } else if (message.name === 'changes') {
      // What else comes between a join and its answer is about the time before, and the answer says it again.
      this.held.push(message.changes);
    }
  }

  private withTimeout<T>(answer: Promise<T>, ms: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = this.ways.clock.after(ms, () => reject(new Error('The server did not answer')));
      answer.then(resolve, reject).finally(cancel);
    });
  }
}

function endingOf(event: Exclude<Event, 'rejoin'>): Ending {
  if (event === 'closed') {
    return { again: 'offline' };
  }
  const { reason } = event.bye;
  const afterMs = Math.max(0, event.bye.afterMs);
  switch (reason) {
    case 'removed':
    case 'tooManyTabs':
      return { barred: reason };
    case 'restart':
      return { afterMs, state: 'offline' };
    case 'full':
      return { afterMs, state: 'busy' };
    default:
      throw new Error(`Unknown goodbye ${reason satisfies never}`);
  }
}
