import { describe, expect, it } from 'vitest';
import type { PresenceEntry, PresenceUpdate } from '../wire';
import { PresenceReceiver, PresenceSender } from './presence';
import { TestClock } from './testing/clock';
import { SeededRandom } from './testing/random';
import { World } from './testing/world';

function clockOf(): TestClock {
  return new TestClock(new SeededRandom(1));
}

function entry(connection: string, fields: Partial<PresenceEntry> = {}): PresenceEntry {
  return {
    connection,
    participant: `person-of-${connection}`,
    cursor: null,
    selection: [],
    typing: '',
    drag: null,
    ...fields,
  };
}

describe('saying where I am', () => {
  it('R31 is at most 20 times a second, and the last word is said', async () => {
    const clock = clockOf();
    const said: { readonly update: PresenceUpdate; readonly at: number }[] = [];
    const sender = new PresenceSender(clock, (update) => said.push({ update, at: clock.now() }) > 0);
    for (let at = 0; at <= 200; at++) {
      sender.set({ cursor: [at, 0] });
      await clock.pass(5);
    }
    await clock.pass(100);
    expect(said.length).toBeLessThanOrEqual(22);
    expect(said.length).toBeGreaterThan(15);
    expect(said.at(-1)?.update.cursor).toEqual([200, 0]);
    const gaps = said.slice(1).map(({ at }, index) => at - (said[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(50);
  });

  it('R145 says nothing of what hosts hold back', async () => {
    const clock = clockOf();
    const said: PresenceUpdate[] = [];
    const sender = new PresenceSender(
      clock,
      (update) => said.push(update) > 0,
      (id) => id === 'held',
    );
    const caret = { idea: 'held', seq: 1, anchor: 7, head: 7 };
    sender.set({ selection: ['held', 'open'], typing: 'held', drag: { ids: ['held'], dx: 1, dy: 1 }, caret });
    await clock.pass(100);
    expect(said.at(-1)).toMatchObject({ selection: ['open'], typing: '', drag: null, caret: null });
    sender.set({ typing: 'open', drag: { ids: ['held', 'open'], dx: 1, dy: 1 }, caret: { ...caret, idea: 'open' } });
    await clock.pass(100);
    expect(said.at(-1)).toMatchObject({ typing: 'open', drag: { ids: ['open'] }, caret: { idea: 'open' } });
  });

  it('is repeated while somebody types or drags, and only then', async () => {
    const clock = clockOf();
    const said: PresenceUpdate[] = [];
    const sender = new PresenceSender(clock, (update) => said.push(update) > 0);
    sender.set({ typing: 'idea-00001' });
    await clock.pass(11_000);
    expect(said.length).toBe(3);
    sender.set({ typing: '' });
    await clock.pass(60_000);
    expect(said.length).toBe(4);
  });

  it('is said again on a new connection', async () => {
    const clock = clockOf();
    const said: PresenceUpdate[] = [];
    let connected = false;
    const sender = new PresenceSender(clock, (update) => connected && said.push(update) > 0);
    sender.set({ selection: ['idea-00001'] });
    await clock.pass(1_000);
    connected = true;
    sender.joined();
    await clock.pass(100);
    expect(said).toEqual([
      { caret: null, guide: null, cursor: null, selection: ['idea-00001'], typing: '', drag: null },
    ]);
  });
});

describe('hearing where others are', () => {
  it('R32 R33 lists everybody who is here but this connection, until they are gone', () => {
    const receiver = new PresenceReceiver(clockOf());
    receiver.joined('me', [entry('me'), entry('b'), entry('a')], 3);
    expect(receiver.peers.get().map(({ connection }) => connection)).toEqual(['a', 'b']);
    receiver.hear({ here: [entry('c')], gone: ['a'], quiet: false, people: 3 });
    expect(receiver.peers.get().map(({ connection }) => connection)).toEqual(['b', 'c']);
    receiver.lost();
    expect(receiver.peers.get()).toEqual([]);
  });

  it('moves cursors without giving another list', () => {
    const receiver = new PresenceReceiver(clockOf());
    receiver.joined('me', [entry('a', { cursor: [0, 0] })], 1);
    const { peers } = receiver;
    const before = peers.get();
    let moved = 0;
    receiver.motion.subscribe(() => moved++);
    receiver.hear({ here: [entry('a', { cursor: [10, 0] })], gone: [], quiet: false, people: 3 });
    expect(peers.get()).toBe(before);
    expect(moved).toBe(1);
  });

  it('glides to a new place instead of jumping', async () => {
    const clock = clockOf();
    const receiver = new PresenceReceiver(clock);
    receiver.joined('me', [entry('a', { cursor: [0, 0] })], 1);
    await clock.pass(100);
    receiver.hear({ here: [entry('a', { cursor: [100, 50] })], gone: [], quiet: false, people: 3 });
    const at = (ms: number) => receiver.cursorAt('a', clock.now() + ms);
    expect(at(0)).toEqual({ x: 0, y: 0 });
    expect(at(50)).toEqual({ x: 50, y: 25 });
    expect(at(1_000)).toEqual({ x: 100, y: 50 });
  });

  it('ends the typing and dragging of somebody who is not heard of any more', async () => {
    const clock = clockOf();
    const receiver = new PresenceReceiver(clock);
    receiver.joined('me', [entry('a', { typing: 'idea-00001', drag: { ids: ['idea-00002'], dx: 1, dy: 2 } })], 1);
    expect(receiver.dragAt('a', clock.now())).toEqual({ ids: ['idea-00002'], dx: 1, dy: 2 });
    await clock.pass(16_000);
    expect(receiver.peers.get()).toMatchObject([{ connection: 'a', typing: '', drag: null }]);
    expect(receiver.dragAt('a', clock.now())).toBeNull();
  });

  it('R34 says when the room is too large for cursors', () => {
    const receiver = new PresenceReceiver(clockOf());
    receiver.hear({ here: [], gone: [], quiet: true, people: 60 });
    expect(receiver.quiet.get()).toBe(true);
  });

  it('R34 knows of a room where not everybody is named, and how many there are', () => {
    const receiver = new PresenceReceiver(clockOf());
    receiver.joined('me', [entry('me'), entry('a')], 400);
    expect([receiver.quiet.get(), receiver.people.get(), receiver.peers.get().length]).toEqual([true, 400, 1]);
  });
});

describe('two people on a board', () => {
  it('see one another, and no longer when one closes the page', async () => {
    const world = new World();
    const host = await world.openLive(world.person('host-00001', 'host'));
    const guest = await world.openLive(world.person('guest-0001'));
    guest.session.setPresence({ cursor: [5, 6], typing: 'idea-00001' });
    await world.clock.pass(200);
    expect(host.session.presence.peers.get()).toMatchObject([{ participant: 'guest-0001', typing: 'idea-00001' }]);
    const [peer] = host.session.presence.peers.get();
    expect(host.session.presence.cursorAt(peer?.connection ?? '', world.clock.now())).toEqual({ x: 5, y: 6 });
    guest.session.close();
    await world.clock.pass(200);
    expect(host.session.presence.peers.get()).toEqual([]);
  });
});
