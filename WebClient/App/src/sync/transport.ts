import type {
  ByeMessage,
  Changes,
  CommandMessage,
  JoinAnswer,
  JoinRequest,
  OutcomeMessage,
  PresenceFrame,
  PresenceUpdate,
  ResyncMessage,
  RetryMessage,
} from '../wire';

/** What a server says by itself. */
export type ServerMessage =
  | { readonly name: 'changes'; readonly changes: Changes }
  | { readonly name: 'outcomes'; readonly outcomes: readonly OutcomeMessage[] }
  | { readonly name: 'retry'; readonly retry: RetryMessage }
  | { readonly name: 'presence'; readonly frame: PresenceFrame }
  | { readonly name: 'resync'; readonly resync: ResyncMessage }
  | { readonly name: 'bye'; readonly bye: ByeMessage };

/** What a connection tells. */
export interface TransportEvents {
  message(message: ServerMessage): void;
  /** The connection ended, by whomever. Told once, and only after `start` was fulfilled. */
  closed(): void;
}

/** One connection to the hub; it is started once and never again. */
export interface Transport {
  /** Fulfilled when it is open, rejected when it cannot be. */
  start(): Promise<void>;
  join(request: JoinRequest): Promise<JoinAnswer>;
  /** Sends and forgets: what is lost shows in the next join. */
  submit(commands: readonly CommandMessage[]): void;
  present(update: PresenceUpdate): void;
  stop(): void;
}

/** Makes a connection that is not started yet. */
export type Connect = (events: TransportEvents) => Transport;
