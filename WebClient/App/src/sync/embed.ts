import type { EmbedAnswer, Snapshot } from '../wire';
import { ask, fileAddress } from './api';
import { BoardSync } from './board';
import { onWake } from './browser';
import { browserClock } from './clock';
import { fetched } from './fetched';
import { newId } from './ids';
import { noBoardMemory } from './keptBoard';
import { Passes } from './passes';
import { serverClock } from './serverClock';
import type { BoardSession } from './session';
import { signalrAt } from './signalr';
import type { Connect, Transport } from './transport';

const passTimeoutMs = 10_000;
const snapshotTimeoutMs = 60_000;

/** Opens a board in a frame: live, to look at. Nothing is kept in the browser, no cookie is sent, and nothing can be done to the board. */
export function openEmbed(board: string, secret: string): BoardSession {
  const signal = (ms: number): AbortSignal => AbortSignal.timeout(ms);
  const passes = new Passes(
    browserClock,
    () => serverClock.ahead.get(),
    () => fetched(ask<EmbedAnswer>('POST', '/api/embed', { board, secret }, signal(passTimeoutMs), '')),
  );
  const path = `/api/boards/${encodeURIComponent(board)}/snapshot`;
  const session = new BoardSync(board, {
    clock: browserClock,
    connect: connectBy(passes),
    fetchSnapshot: () =>
      fetched(passes.now().then((pass) => ask<Snapshot>('GET', path, undefined, signal(snapshotTimeoutMs), pass))),
    findAccess: () => passes.renew(),
    storage: { load: async () => [], write: async () => undefined },
    locks: { hold: async () => () => undefined },
    stepMemory: { read: () => null, write: () => undefined },
    boardMemory: noBoardMemory,
    newId,
    fileAddress: (file) => passes.address(fileAddress(board, file)),
    loadDesk: async () => new (await import('./text')).Desk(),
    onWake,
    onHide: () => () => undefined,
  });
  const close = session.close.bind(session);
  session.close = () => {
    passes.stop();
    close();
  };
  return session;
}

/** Connects with the pass of the moment. */
function connectBy(passes: Passes): Connect {
  return (events) => {
    let transport: Transport | undefined;
    let stopped = false;
    return {
      start: async () => {
        const pass = await passes.now();
        if (stopped) {
          throw new Error('The connection is not wanted any more');
        }
        transport = signalrAt(`/hub?pass=${encodeURIComponent(pass)}`)(events);
        await transport.start();
      },
      join: (request) => transport?.join(request) ?? Promise.reject(new Error('The connection is not open')),
      submit: () => undefined,
      present: () => undefined,
      stop: () => {
        stopped = true;
        transport?.stop();
      },
    };
  };
}
