import { describe, expect, it } from 'vitest';
import type { Peer } from '../../sync';
import { openMemoryBoard } from '../../sync/testing/memory';
import type { Guidance, PresenceUpdate } from '../../wire';
import { BoardUi } from '../model/ui';
import { Guide } from './guidance';

const nothing: Guidance = { view: null, follow: '', laser: false, lead: false };

function peer(connection: string, guide: Partial<Guidance> | null): Peer {
  return {
    connection,
    participant: `person-${connection}`,
    cursor: null,
    selection: [],
    typing: '',
    drag: null,
    ...(guide && { guide: { ...nothing, ...guide } }),
    heardAt: 0,
  };
}

function setUp() {
  const memory = openMemoryBoard();
  const told: (Guidance | null)[] = [];
  const session = {
    ...memory,
    setPresence: (update: Partial<PresenceUpdate>) => {
      if (update.guide !== undefined) {
        told.push(update.guide);
      }
    },
  };
  const ui = new BoardUi();
  ui.size.set({ width: 1000, height: 500 });
  const guide = new Guide(session, ui, (to) => ui.camera.set(to));
  guide.start();
  return { guide, ui, told, last: () => told.at(-1), here: (...peers: Peer[]) => memory.presence.peers.set(peers) };
}

/** What of the board is on the screen, as far as it is whole. */
function seen({ ui }: { ui: BoardUi }): number[] {
  const { x, y, zoom } = ui.camera.get();
  const { width, height } = ui.size.get();
  return [-x / zoom, -y / zoom, width / zoom, height / zoom].map((value) => Math.round(value) + 0);
}

describe('looking along', () => {
  it('shows what the one sees whom one follows, and says whom one follows', () => {
    const room = setUp();
    room.here(peer('ana', { view: [100, 200, 2000, 1000] }));
    expect(room.guide.guide.get()).toBeNull();
    room.guide.follow('ana');
    expect(seen(room)).toEqual([100, 200, 2000, 1000]);
    expect(room.last()).toEqual({ ...nothing, follow: 'ana' });
    room.here(peer('ana', { view: [300, 0, 2000, 1000] }));
    expect(seen(room)).toEqual([300, 0, 2000, 1000]);
  });

  it('shows all of a view of another shape', () => {
    const room = setUp();
    room.here(peer('ana', { view: [0, 0, 1000, 1000] }));
    room.guide.follow('ana');
    expect(seen(room)).toEqual([-500, 0, 2000, 1000]);
  });

  it('ends when one goes one’s own way, or the other leaves', () => {
    const room = setUp();
    room.here(peer('ana', { view: [0, 0, 1000, 500] }));
    room.guide.follow('ana');
    room.guide.leave();
    expect([room.guide.following.get(), room.guide.guide.get()]).toEqual(['', null]);
    room.guide.follow('ana');
    room.here(peer('bob', null));
    expect([room.guide.following.get(), room.guide.guide.get(), room.last()]).toEqual(['', null, null]);
  });

  it('goes along with a host who asks, until one leaves, and again when they ask again', () => {
    const room = setUp();
    const asking = peer('host', { lead: true, view: [10, 10, 1000, 500] });
    room.here(asking);
    expect(room.guide.guide.get()?.connection).toBe('host');
    expect(seen(room)).toEqual([10, 10, 1000, 500]);
    room.guide.leave();
    room.here(asking, peer('bob', null));
    expect(room.guide.guide.get()).toBeNull();
    room.here(peer('host', null));
    room.here(asking);
    expect(room.guide.guide.get()?.connection).toBe('host');
  });

  it('tells its own view only while somebody looks along', () => {
    const room = setUp();
    room.ui.camera.set({ x: -100, y: -50, zoom: 1 });
    expect(room.told.every((guide) => guide === null)).toBe(true);
    room.here(peer('bob', { follow: 'me' }));
    expect(room.last()?.view).toEqual([100, 50, 1000, 500]);
    room.here(peer('bob', { follow: 'somebody-else' }));
    expect(room.last()).toBeNull();
    room.guide.leading.set(true);
    expect(room.last()).toEqual({ ...nothing, lead: true, view: [100, 50, 1000, 500] });
  });

  it('follows nobody while leading', () => {
    const room = setUp();
    room.guide.leading.set(true);
    room.here(peer('host', { lead: true, view: [10, 10, 1000, 500] }));
    expect(room.guide.guide.get()).toBeNull();
  });
});
