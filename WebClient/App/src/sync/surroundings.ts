import type { Cancel } from './clock';
import type { ConnectionWays } from './connection';
import type { TextDesk } from './drafts';
import type { BoardMemory } from './keptBoard';
import type { ClientLocks } from './locks';
import type { CommandStorage } from './storage';

/** Everything around an open board that tests put something else in the place of. */
export interface Surroundings extends ConnectionWays {
  readonly storage: CommandStorage;
  readonly stepMemory: StepMemory;
  readonly boardMemory: BoardMemory;
  readonly locks: ClientLocks;
  newId(): string;
  /** Where a file of the board is fetched from. */
  fileAddress(file: string): string;
  /** Loads what changes of texts need. */
  loadDesk(): Promise<TextDesk>;
  /** Calls when there is a reason to try connecting now: the network is back, somebody looks at the page again. */
  onWake(wake: () => void): Cancel;
  /** Calls when nobody looks at the page any more, and when it is about to go. */
  onHide(hide: () => void): Cancel;
}

/** Where a tab keeps the steps that can be taken back while its page is loaded anew. */
export interface StepMemory {
  /** What was written last for this board in this tab; null for nothing. */
  read(board: string): string | null;
  write(board: string, text: string): void;
}
