import { describe, expect, it } from 'vitest';
import { addIdea, World } from './testing/world';

describe('the server going away', () => {
  it('is a banner and nothing else: work goes on, and is there once when the server is back', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    world.server.kill();
    await world.clock.until(() => tab.session.status.get().link === 'offline');
    for (let at = 0; at < 200; at++) {
      tab.session.send(addIdea(`idea-offline-${String(at).padStart(3, '0')}`));
    }
    expect(tab.session.records.ids('idea')).toHaveLength(200);
    await world.clock.pass(30_000);
    expect(tab.session.status.get()).toMatchObject({ link: 'offline', unsent: 200, allSaved: false, safe: true });
    world.server.restart();
    await world.clock.until(() => tab.session.status.get().allSaved, 30_000);
    expect(world.board.executed).toHaveLength(200);
    expect(tab.session.records.ids('idea')).toEqual(
      world.board.executed.map(({ command }) => 'id' in command && command.id),
    );
  });

  it('tries again within five seconds however long it was away, and at once when the network says it is back', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    world.server.kill();
    await world.clock.pass(300_000);
    const { retryAt } = tab.session.status.get();
    expect(retryAt - world.clock.now()).toBeLessThanOrEqual(5_000);
    world.server.restart();
    tab.wake();
    await world.clock.pass(200);
    expect(tab.session.status.get().link).toBe('live');
  });

  it('does not ask for a snapshot of a board that it can go on with', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    const fetched = snapshots(world);
    world.server.kill();
    world.server.restart();
    await world.clock.until(() => tab.session.status.get().link === 'live');
    expect(fetched()).toBe(0);
  });
});

describe('tabs', () => {
  it('R26 what a crashed tab had stored is sent by the next tab that opens the board, before its own', async () => {
    const world = new World();
    const browser = world.person('guest-0001');
    const first = await world.openLive(browser);
    world.server.kill();
    first.session.send(addIdea('idea-of-first'));
    await world.clock.until(() => first.session.status.get().safe);
    first.crash();
    world.server.restart();
    const second = browser.open('board-0001');
    second.session.send(addIdea('idea-of-second'));
    await world.clock.until(() => second.session.status.get().link === 'live' && second.session.status.get().allSaved);
    await world.clock.pass(500);
    expect(world.board.executed.map(({ command }) => 'id' in command && command.id).sort()).toEqual([
      'idea-of-first',
      'idea-of-second',
    ]);
    expect(second.session.records.ids('idea')).toHaveLength(2);
    expect(browser.stored.size).toBe(0);
  });

  it('shows what a crashed tab left behind before there is a connection', async () => {
    const world = new World();
    const browser = world.person('guest-0001');
    const first = await world.openLive(browser);
    world.server.kill();
    first.session.send(addIdea('idea-of-first'));
    await world.clock.pass(100);
    first.crash();
    const second = browser.open('board-0001');
    await world.clock.pass(100);
    expect(second.session.records.ids('idea')).toEqual(['idea-of-first']);
    expect(second.session.status.get()).toMatchObject({ unsent: 1, safe: true });
  });

  it("R35 two tabs are two clients of one person, and a live tab's commands are left to it", async () => {
    const world = new World();
    const browser = world.person('guest-0001');
    const first = await world.openLive(browser);
    world.server.kill();
    first.session.send(addIdea('idea-of-first'));
    const second = browser.open('board-0001');
    second.session.send(addIdea('idea-of-second'));
    await world.clock.pass(1_000);
    world.server.restart();
    await world.clock.until(() =>
      [first, second].every(({ session }) => session.status.get().allSaved && session.status.get().link === 'live'),
    );
    expect(world.board.executed.map(({ client, number }) => `${client}/${number}`).sort()).toEqual([
      'guest-0001-client-1/1',
      'guest-0001-client-2/1',
    ]);
  });

  it('takes over from a tab that dies later, without being opened anew', async () => {
    const world = new World();
    const browser = world.person('guest-0001');
    const first = await world.openLive(browser);
    world.server.kill();
    first.session.send(addIdea('idea-of-first'));
    await world.clock.pass(100);
    const second = browser.open('board-0001');
    await world.clock.pass(100);
    first.crash();
    world.server.restart();
    await world.clock.until(
      () => second.session.records.ids('idea').length === 1 && second.session.status.get().allSaved,
    );
    expect(world.board.executed).toHaveLength(1);
  });

  it('closing leaves nothing running', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    tab.session.close();
    await world.clock.pass(120_000);
    expect(world.server.connections.size).toBe(0);
    expect(tab.session.status.get().link).toBe('closed');
  });
});

/** Counts what is asked of the server from now on. */
function snapshots(world: World): () => number {
  let count = 0;
  const fetch = world.server.fetchSnapshot.bind(world.server);
  world.server.fetchSnapshot = (...request) => {
    count++;
    return fetch(...request);
  };
  return () => count;
}
