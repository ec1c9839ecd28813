import type {
  CaretUpdate,
  ClientCommand,
  Membership,
  PresenceEntry,
  PresenceUpdate,
  RefusalCode,
  TextChange,
} from '../wire';
import type { ShownChange } from './drafts';
import type { Feed, Source, Unsubscribe } from './source';
import type { RecordReader } from './store';

/**
 * How the board stands with its server.
 * - `connecting`: nothing was shown yet; the first snapshot is on its way.
 * - `live`: changes flow.
 * - `catchingUp`: the connection is back, what was missed is on its way. Work goes on.
 * - `offline`: no connection; tried again by itself. Work goes on and is sent later.
 * - `unavailable`: the server cannot load the board now; tried again by itself.
 * - `busy`: as many are connected as the server can serve; tried again by itself.
 * - `tooManyTabs`: this person has too many tabs open; close some and call `retry`.
 * - `notMember`, `notFound`, `removed`: nothing can be shown; a link or code is needed (then call `retry`).
 * - `closed`: `close` was called.
 */
export type Link =
  | 'connecting'
  | 'live'
  | 'catchingUp'
  | 'offline'
  | 'unavailable'
  | 'busy'
  | 'tooManyTabs'
  | 'notMember'
  | 'notFound'
  | 'removed'
  | 'closed';

/** What the connection banner says. */
export interface SyncStatus {
  readonly link: Link;
  /** Commands that the board has not decided yet. */
  readonly unsent: number;
  /** Everything done here is decided and durable on the server. */
  readonly allSaved: boolean;
  /** Everything done here is saved on the server or, until it can be sent, in this browser: closing the tab loses nothing. */
  readonly safe: boolean;
  /** When the next attempt to connect is made, Unix milliseconds; 0 when none is planned. */
  readonly retryAt: number;
  /** When what is shown was true, Unix milliseconds, where it is the board as this browser kept it; 0 where the server said it. */
  readonly asOf: number;
}

/** What became of a command: accepted, or why not. */
export type Decision = 'accepted' | RefusalCode;

/** A command on its way. Its effect is on the screen already. */
export interface SentCommand {
  readonly command: ClientCommand;
  /** Fulfilled when the board has decided (maybe after a reconnect), never rejected. */
  readonly decision: Promise<Decision>;
}

/** A command was refused and its effect has been taken back from the screen. */
export interface Refused {
  readonly command: ClientCommand;
  readonly code: RefusalCode;
  /** Key of the sentence that tells the person why, and what to do next: `refusal.` and the code. */
  readonly sentence: `refusal.${RefusalCode}`;
}

/** Another connection on this board; a person in two tabs has two. */
export interface Peer extends PresenceEntry {
  /** When it was last heard of, Unix milliseconds. */
  readonly heardAt: number;
}

/** Somebody else's caret in a body, as a place in the text of a version. */
export interface RemoteCaret {
  readonly connection: string;
  readonly participant: string;
  readonly caret: CaretUpdate;
}

/** Who else is here and what they are doing. */
export interface Presence {
  /** Everybody else here (in a quiet room those who do something, and some others), by connection; the same list until somebody comes, goes or does something else than move the cursor or a drag. */
  readonly peers: Source<readonly Peer[]>;
  /** Told at each frame that moves cursors or drags. Draw then, with `cursorAt` and `dragAt`. */
  readonly motion: Feed<void>;
  /** Where a peer's cursor is to be drawn now: smoothly on its way to the last known place. Null when hidden. */
  cursorAt(connection: string, now: number): { readonly x: number; readonly y: number } | null;
  /** What a peer drags and how far it is to be drawn from its place now. Null when nothing. */
  dragAt(
    connection: string,
    now: number,
  ): { readonly ids: readonly string[]; readonly dx: number; readonly dy: number } | null;
  /** The part of the board on a peer's screen, as [x, y, width, height]; null while they do not say. */
  viewOf(connection: string): readonly [number, number, number, number] | null;
  /** Who writes in an idea's body, and where. Told of with `motion`. */
  caretsIn(idea: string): readonly RemoteCaret[];
  /** True while the room is so large that cursors are not passed on and only some are named. */
  readonly quiet: Source<boolean>;
  /** How many persons are here, this one among them; 0 while that is not known. */
  readonly people: Source<number>;
}

/** Undo or redo. */
export type StepKind = 'undo' | 'redo';

/** How many own steps can be taken back, and how many done again. */
export interface StepsState {
  readonly undo: number;
  readonly redo: number;
}

/** Own steps were taken back or done again. */
export interface TakenBack {
  readonly kind: StepKind;
  /** Whether anything of it is done. */
  readonly done: boolean;
  /** Ids of what stays as it is, because somebody else has changed it since. */
  readonly left: readonly string[];
}

/** Undo and redo of what was done in this tab, and of nothing else. */
export interface TakesBack {
  readonly state: Source<StepsState>;
  /** Told what came of it; more than once where the board only knows later. */
  readonly told: Feed<TakenBack>;
  /** The step that was taken last, so that it can be taken back by name; null when there is none. */
  latest(): object | null;
  /** Takes the latest step back, or the one that is named, whatever was done since; nothing when there is none. */
  undo(step?: object): void;
  /** Does the step that was taken back last again; nothing when there is none. */
  redo(): void;
}

/** A body being written in. What is typed shows at once and is kept like every other command. */
export interface BodyText {
  /** The text that is shown now. */
  readonly text: string;
  /** What somebody did to the shown text, from its first to its last character. */
  write(changes: TextChange): SentCommand;
  /** Told what others do to the shown text. */
  subscribe(listener: (change: ShownChange) => void): Unsubscribe;
  /** Tells others where the caret and the other end of the selection are in the shown text; null for nowhere. */
  setCaret(caret: { readonly anchor: number; readonly head: number } | null): void;
  /** Where somebody else's caret is in the shown text; null when that is not known. */
  caretOf(caret: CaretUpdate): { readonly anchor: number; readonly head: number } | null;
}

/** One open board: what the screen shows, and the one way to change it. */
export interface BoardSession {
  readonly board: string;
  /** The visible records: confirmed ones with everything done here already in them. */
  readonly records: RecordReader;
  /** Who I am on this board; null until known. */
  readonly me: Source<Membership | null>;
  readonly status: Source<SyncStatus>;
  readonly refusals: Feed<Refused>;
  /** Told when the board turns out to have been restored from a backup: what was done after that backup is gone, for everybody. */
  readonly restored: Feed<void>;
  readonly presence: Presence;
  /** This connection's short name in presence; empty while there is none. */
  readonly connection: Source<string>;
  /** Which build of this client the server has (PROTOCOL R95); empty until known. */
  readonly bundle: Source<string>;
  /** Undo and redo. */
  readonly steps: TakesBack;
  /** Does something to the board: on the screen at once, safe in this browser next, on the server as soon as possible. */
  send(command: ClientCommand): SentCommand;
  /** Where a picture of this board is fetched from, for as long as it is on the screen. */
  fileAddress(file: string): string;
  /** Gets ready for writing in an idea's body; fulfilled when what that needs is loaded. */
  openBody(idea: string): Promise<BodyText>;
  /** Says where I am and what I do; fields that are left out stay as they were. May be called at any rate. */
  setPresence(update: Partial<PresenceUpdate>): void;
  /** Tries to connect now (after entering the board, or when somebody presses "try again"). */
  retry(): void;
  /** Leaves. Unsent commands stay in this browser and are sent when the board is opened again. */
  close(): void;
}
