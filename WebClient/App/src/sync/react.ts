import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Membership, RecordKind, Records } from '../wire';
import type { Relation } from './records';
import type { BoardSession, Peer, SyncStatus } from './session';
import type { Listener, Source, Unsubscribe } from './source';

const BoardContext = createContext<BoardSession | null>(null);

/** Makes a board the one that the hooks below are about. */
export const BoardProvider = BoardContext.Provider;

/** The open board. */
export function useBoard(): BoardSession {
  const board = useContext(BoardContext);
  if (board === null) {
    throw new Error('This component stands outside of a BoardProvider');
  }
  return board;
}

/** What `read` answers; renders again when the listener is called and it answers something else. */
function useFollowed<T>(subscribe: (listener: Listener) => Unsubscribe, read: () => T): T {
  return useSyncExternalStore(subscribe, read, read);
}

/** The value of a source; renders again when it changes. */
export function useSource<T>(source: Source<T>): T {
  return useFollowed(source.subscribe, source.get);
}

/** One record, or undefined while it is not there. Renders again only when this record changes. */
export function useRecord<K extends RecordKind>(kind: K, id: string): Records[K] | undefined {
  const { records } = useBoard();
  const subscribe = useCallback((listener: Listener) => records.subscribe(kind, id, listener), [records, kind, id]);
  return useFollowed(subscribe, () => records.get(kind, id));
}

/** Ids of all records of a kind in listing order. Renders again when records come, go or change places. */
export function useIds(kind: RecordKind): readonly string[] {
  const { records } = useBoard();
  const subscribe = useCallback((listener: Listener) => records.subscribeIds(kind, listener), [records, kind]);
  return useFollowed(subscribe, () => records.ids(kind));
}

/** All records of a kind in listing order. Renders again whenever any of them changes. */
export function useAll<K extends RecordKind>(kind: K): readonly Records[K][] {
  const { records } = useBoard();
  const subscribe = useCallback((listener: Listener) => records.subscribeAll(kind, listener), [records, kind]);
  return useFollowed(subscribe, () => records.all(kind));
}

/** Ids of the records that belong to this one: a group's ideas, an idea's comments or connectors. */
export function useRelated(relation: Relation, id: string): readonly string[] {
  const { records } = useBoard();
  const subscribe = useCallback(
    (listener: Listener) => records.subscribeRelated(relation, id, listener),
    [records, relation, id],
  );
  return useFollowed(subscribe, () => records.related(relation, id));
}

/** The viewer's dots: how many there are in all, and how many are left. Never below zero. */
export function useDots(): { readonly budget: number; readonly left: number } {
  const budget = useRecord('board', 'board')?.voteBudget ?? 0;
  const spent = useAll('mine').reduce((sum, mine) => sum + mine.votes, 0);
  return { budget, left: Math.max(0, budget - spent) };
}

/** How the board stands with its server. */
export function useStatus(): SyncStatus {
  return useSource(useBoard().status);
}

/** Who I am on this board; null until known. */
export function useMe(): Membership | null {
  return useSource(useBoard().me);
}

/** Everybody else here. Not for drawing cursors: those move without rendering (see `Presence.motion`). */
export function usePeers(): readonly Peer[] {
  return useSource(useBoard().presence.peers);
}

/** How many persons are here, this one among them: those who are known of, or as many as the server counted. */
export function usePeopleHere(): number {
  const known = new Set(usePeers().map((peer) => peer.participant));
  const me = useMe()?.participant;
  return Math.max(useSource(useBoard().presence.people), known.size + (me === undefined || known.has(me) ? 0 : 1));
}
