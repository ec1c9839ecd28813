import { fetchSnapshot, fileAddress, readMembership } from './api';
import { BoardSync } from './board';
import { IndexedDbBoards } from './boardMemory';
import { browserClock } from './clock';
import { fetched } from './fetched';
import { newId } from './ids';
import { AskingLocks, type ClientLocks, WebLocks } from './locks';
import type { BoardSession } from './session';
import { signalrAt } from './signalr';
import { IndexedDbStorage } from './storage';
import type { StepMemory, Surroundings } from './surroundings';

/** Requests that take so long, in milliseconds, are given up. */
const accessTimeoutMs = 10_000;
const snapshotTimeoutMs = 60_000;

/** Opens a board in this tab: shows it as soon as it can, and keeps it true until `close`. A host may see it as a participant does. */
export function openBoard(board: string, asParticipant = false): BoardSession {
  return new BoardSync(board, surroundingsOf(board, asParticipant), asParticipant);
}

function surroundingsOf(board: string, asParticipant: boolean): Surroundings {
  return {
    clock: browserClock,
    connect: signalrAt('/hub'),
    fetchSnapshot: () => fetched(fetchSnapshot(board, AbortSignal.timeout(snapshotTimeoutMs), asParticipant)),
    findAccess: async () => {
      const found = await fetched(readMembership(board, AbortSignal.timeout(accessTimeoutMs)));
      return typeof found === 'object' ? 'member' : found;
    },
    ...keptByBrowser(),
    stepMemory,
    newId,
    fileAddress: (file) => fileAddress(board, file),
    loadDesk: async () => new (await import('./text')).Desk(),
    onWake,
    onHide,
  };
}

/** A tab's own storage lives as long as the tab. Where it is shut or full, a reload only forgets what could be taken back. */
const stepMemory: StepMemory = {
  read: (board) => attempt(() => sessionStorage.getItem(`cocreate-steps/${board}`)) ?? null,
  write: (board, text) => attempt(() => sessionStorage.setItem(`cocreate-steps/${board}`, text)),
};

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

type Kept = Pick<Surroundings, 'storage' | 'boardMemory' | 'locks'>;

let kept: Kept | undefined;

/** What all boards of this tab share, made when the first one is opened. */
function keptByBrowser(): Kept {
  kept ??= {
    storage: new IndexedDbStorage(indexedDB),
    boardMemory: new IndexedDbBoards(indexedDB, ownBundle(), () => Date.now()),
    locks: locksOfBrowser(),
  };
  return kept;
}

function locksOfBrowser(): ClientLocks {
  return 'locks' in navigator
    ? new WebLocks(navigator.locks)
    : new AskingLocks(new BroadcastChannel('cocreate-clients'), browserClock);
}

/** PROTOCOL R95: which build of the client this page is; empty while it is developed. */
function ownBundle(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="bundle"]')?.content ?? '';
}

function onHide(hide: () => void): () => void {
  const whenHidden = (): void => {
    if (document.visibilityState === 'hidden') {
      hide();
    }
  };
  addEventListener('pagehide', hide);
  document.addEventListener('visibilitychange', whenHidden);
  return () => {
    removeEventListener('pagehide', hide);
    document.removeEventListener('visibilitychange', whenHidden);
  };
}

/** Tells of reasons to try connecting now. */
export function onWake(wake: () => void): () => void {
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') {
      wake();
    }
  };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', whenVisible);
  return () => {
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', whenVisible);
  };
}
