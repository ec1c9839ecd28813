import { useMe, useRecord } from '../sync/react';
import type { BoardSession } from '../sync/session';

/** Whether what this person writes waits for a host. */
export function useMustWait(): boolean {
  const approval = useRecord('board', 'board')?.approval ?? false;
  const isHost = useMe()?.isHost ?? true;
  return approval && !isHost;
}

/** The same, asked once. */
export function mustWait({ records, me }: Pick<BoardSession, 'records' | 'me'>): boolean {
  return records.get('board', 'board')?.approval === true && me.get()?.isHost === false;
}

/** Whether this person may write in a thing, as far as approval goes: hosts may in all, others in what is theirs or waits. */
export function mayWriteIn(
  session: Pick<BoardSession, 'records' | 'me'>,
  id: string,
  author: string,
  held: string,
): boolean {
  const own = author === session.me.get()?.participant || session.records.get('mine', id)?.author === true;
  return !mustWait(session) || own || held !== 'none';
}
