import { describe, expect, it } from 'vitest';
import { contentOf } from './testing/content';
import type { FakeBoard } from './testing/fakeBoard';
import type { FakeTab } from './testing/fakeBrowser';
import { addIdea, World } from './testing/world';

describe('joining', () => {
  it('R13 R15 fetches the snapshot when it has nothing, and joins again with its version', async () => {
    const world = new World();
    const host = await world.openLive(world.person('host-00001', 'host'));
    const guest = await world.openLive(world.person('guest-0001'));
    expect(guest.session.records.ids('person')).toEqual(['guest-0001', 'host-00001']);
    await world.clock.until(() => host.session.records.ids('person').length === 2);
    expect(guest.session.me.get()).toMatchObject({ participant: 'guest-0001', role: 'contributor', isHost: false });
  });

  it('R14 goes on from what it has after a break, without another snapshot', async () => {
    const world = new World();
    const host = await world.openLive(world.person('host-00001', 'host'));
    const guest = await world.openLive(world.person('guest-0001'));
    const before = guest.session.records.get('person', 'host-00001');
    cutAll(world);
    host.session.send(addIdea('idea-while-away'));
    await world.clock.until(() => guest.session.records.get('idea', 'idea-while-away') !== undefined);
    expect(guest.session.records.get('person', 'host-00001')).toBe(before);
  });

  it('R15 fetches the snapshot again when the version it has is too old, and keeps records that are the same', async () => {
    const world = new World();
    world.person('host-00001', 'host');
    const guest = await world.openLive(world.person('guest-0001'));
    const before = guest.session.records.get('person', 'host-00001');
    world.server.kill();
    world.board.execute('host-00001', 'host-client-1', 1, addIdea('idea-while-away'), 0);
    world.board.forgottenThrough = world.board.seq;
    world.server.restart();
    await world.clock.until(() => guest.session.records.get('idea', 'idea-while-away') !== undefined);
    expect(guest.session.records.get('person', 'host-00001')).toBe(before);
  });

  it('R5 R15 starts anew with a board that was restored from a backup, and sends again what that backup lacks', async () => {
    const world = new World();
    const guest = await world.openLive(world.person('guest-0001'));
    guest.session.send(addIdea('idea-before-1'));
    await world.clock.until(() => guest.session.status.get().allSaved);
    world.server.kill();
    guest.session.send(addIdea('idea-offline-1'));
    const restored = world.server.makeBoard('board-0001');
    restored.epoch = 2;
    restored.enter('guest-0001', 'contributor');
    world.server.restart();
    await world.clock.until(() => guest.session.status.get().link === 'live' && guest.session.status.get().allSaved);
    expect(guest.session.records.ids('idea')).toEqual(['idea-offline-1']);
    expect(restored.executed).toHaveLength(1);
  });

  it('R47 goes on with new numbers when the backup lacks what it had been told is done, and says so once', async () => {
    const world = new World();
    const guest = await world.openLive(world.person('guest-0001'));
    let told = 0;
    guest.session.restored.subscribe(() => told++);
    guest.session.send(addIdea('idea-lost-0001'));
    await world.clock.until(() => guest.session.status.get().allSaved);
    restore(world, 2);
    await world.clock.until(() => guest.session.status.get().link === 'live' && told === 1);
    guest.session.send(addIdea('idea-after-001'));
    await world.clock.until(() => guest.session.status.get().allSaved);
    expect(guest.session.records.ids('idea')).toEqual(['idea-after-001']);
    expect(told).toBe(1);
  });

  it('R47 does not send again what the restored board has decided already', async () => {
    const world = new World();
    const guest = await world.openLive(world.person('guest-0001'));
    const { client } = await clientOf(world, guest);
    world.server.kill();
    const unsent = guest.session.send({ type: 'castVote', idea: 'idea-first-001', dots: 1 });
    const restored = restore(world, 2);
    restored.execute('guest-0001', client, 1, addIdea('idea-first-001'), 0);
    restored.execute('guest-0001', client, 2, { type: 'castVote', idea: 'idea-first-001', dots: 1 }, 0);
    expect(await untilDecided(world, unsent.decision)).toBe('accepted');
    await world.clock.until(() => guest.session.status.get().link === 'live');
    expect(guest.session.records.get('idea', 'idea-first-001')).toMatchObject({ votes: 1 });
    expect(restored.executed).toHaveLength(2);
  });

  it('R47 R5 mixes no numbers of two restores, of which the second is of a later backup', async () => {
    const world = new World();
    const guest = await world.openLive(world.person('guest-0001'));
    const { client } = await clientOf(world, guest);
    let told = 0;
    guest.session.restored.subscribe(() => told++);
    restore(world, 2);
    await world.clock.until(() => told === 1 && guest.session.status.get().link === 'live');
    world.server.kill();
    guest.session.send(addIdea('idea-second-01'));
    const later = restore(world, 3);
    later.execute('guest-0001', client, 1, addIdea('idea-first-001'), 0);
    later.execute('guest-0001', client, 2, addIdea('idea-first-002'), 0);
    await world.clock.until(() => guest.session.status.get().link === 'live' && guest.session.status.get().allSaved);
    expect([...guest.session.records.ids('idea')].sort()).toEqual([
      'idea-first-001',
      'idea-first-002',
      'idea-second-01',
    ]);
  });

  it.each([
    ['notMember', 'board-0001'],
    ['notFound', 'board-0002'],
  ] as const)('R17 says %s, and shows the board once that has changed', async (link, board) => {
    const world = new World();
    const tab = world.stranger('guest-0001').open(board);
    await world.clock.until(() => tab.session.status.get().link === link);
    (world.server.boards.get(board) ?? world.server.makeBoard(board)).enter('guest-0001', 'contributor');
    tab.session.retry();
    await world.clock.until(() => tab.session.status.get().link === 'live');
  });

  it('R17 tries again by itself when the board cannot be loaded', async () => {
    const world = new World();
    const browser = world.person('guest-0001');
    world.server.unavailable.add('board-0001');
    const tab = browser.open('board-0001');
    await world.clock.until(() => tab.session.status.get().link === 'unavailable');
    world.server.unavailable.clear();
    await world.clock.until(() => tab.session.status.get().link === 'live');
  });

  it('R17 R22 chooses another client id when somebody else has its own, and sends what it had to send', async () => {
    const world = new World();
    const browser = world.person('guest-0001');
    world.person('host-00001', 'host');
    world.board.execute('host-00001', 'guest-0001-client-1', 1, addIdea(), 0);
    const tab = browser.open('board-0001');
    tab.session.send(addIdea('idea-of-guest'));
    await world.clock.until(() => tab.session.status.get().allSaved);
    expect(world.board.executed.map(({ client, number }) => [client, number])).toEqual([
      ['guest-0001-client-1', 1],
      ['guest-0001-client-2', 1],
    ]);
    expect(browser.stored.size).toBe(0);
  });

  it('R18 learns from the join what was decided while it was away, refusals too', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    const refused: string[] = [];
    tab.session.refusals.subscribe(({ code, sentence }) => refused.push(`${code} ${sentence}`));
    const accepted = tab.session.send(addIdea());
    const late = tab.session.send({ type: 'retitleIdea', id: 'no-such-idea', title: 'x' });
    await world.clock.pass(1);
    cutAll(world);
    await world.clock.until(() => tab.session.status.get().allSaved);
    await expect(accepted.decision).resolves.toBe('accepted');
    await expect(late.decision).resolves.toBe('notFound');
    expect(refused).toEqual(['notFound refusal.notFound']);
    expect(world.board.executed).toHaveLength(2);
  });
});

describe('following the stream', () => {
  it.each([
    ['a gap', 2, 1],
    ['a duplicate', 0, 1],
    ['another epoch', 1, 2],
  ])('R9 joins again with what it has when it meets %s', async (_, ahead, epoch) => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    const before = contentOf(tab.session.records);
    const patches = [{ op: 'remove', kind: 'person', id: 'guest-0001' }] as const;
    const [connection] = world.server.connections;
    connection?.tell({ name: 'changes', changes: { epoch, first: world.board.seq + ahead, count: 1, patches } });
    await world.clock.pass(1_000);
    expect(tab.session.status.get().link).toBe('live');
    expect(contentOf(tab.session.records)).toEqual(before);
  });

  it('R7 R9 starts anew when a patch is for a record that it does not have', async () => {
    const world = new World();
    const host = await world.openLive(world.person('host-00001', 'host'));
    const guest = await world.openLive(world.person('guest-0001'));
    const patches = [{ op: 'patch', kind: 'idea', id: 'no-such-idea', value: { title: 'x' } }] as const;
    const connection = [...world.server.connections].find(({ participant }) => participant === 'guest-0001');
    connection?.tell({ name: 'changes', changes: { epoch: 1, first: world.board.seq + 1, count: 1, patches } });
    await world.clock.pass(500);
    host.session.send(addIdea('idea-of-host1'));
    await world.clock.until(() => guest.session.records.get('idea', 'idea-of-host1') !== undefined);
  });

  it('R8 counts events that this viewer sees nothing of', async () => {
    const world = new World();
    const host = await world.openLive(world.person('host-00001', 'host'));
    const guest = await world.openLive(world.person('guest-0001'));
    const rejoined = joins(world);
    host.session.send({ type: 'removeThings', ids: ['no-such-idea'] });
    host.session.send(addIdea('idea-of-host1'));
    await world.clock.until(() => guest.session.records.get('idea', 'idea-of-host1') !== undefined);
    expect(rejoined()).toBe(0);
  });

  it('R19 joins with zeros after a resync, and keeps its unsent commands', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    tab.session.send(addIdea('idea-before-1'));
    const [connection] = world.server.connections;
    connection?.tell({ name: 'resync', resync: { reason: 'role' } });
    tab.session.send(addIdea('idea-after-01'));
    await world.clock.until(() => tab.session.status.get().allSaved && tab.session.status.get().link === 'live');
    expect(new Set(tab.session.records.ids('idea'))).toEqual(new Set(['idea-before-1', 'idea-after-01']));
    expect(world.board.executed).toHaveLength(2);
  });

  it('R20 resumes when the server closed a connection that took nothing', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    cutAll(world);
    expect(tab.session.status.get().link).toBe('live');
    await world.clock.until(() => tab.session.status.get().link === 'offline');
    await world.clock.until(() => tab.session.status.get().link === 'live');
  });

  it('R39 says that its person was removed, and stays away until asked to try again', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    const [connection] = world.server.connections;
    connection?.tell({ name: 'bye', bye: { reason: 'removed', afterMs: -1 } });
    await world.clock.until(() => tab.session.status.get().link === 'removed');
    await world.clock.pass(60_000);
    expect(world.server.connections.size).toBe(0);
    tab.session.retry();
    await world.clock.until(() => tab.session.status.get().link === 'live');
  });

  it('R41 comes back after a planned stop, not before the time that the server named, and at most twice as late', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    const [connection] = world.server.connections;
    connection?.tell({ name: 'bye', bye: { reason: 'restart', afterMs: 3_000 } });
    await world.clock.pass(2_900);
    expect(tab.session.status.get().link).toBe('offline');
    await world.clock.pass(3_200);
    expect(tab.session.status.get().link).toBe('live');
  });
});

describe('who I am', () => {
  it('follows what a host makes of me, and what I call myself', async () => {
    const world = new World();
    const host = await world.openLive(world.person('host-00001', 'host'));
    const guest = await world.openLive(world.person('guest-0001'));
    host.session.send({ type: 'assignRole', participant: 'guest-0001', role: 'observer' });
    await world.clock.until(() => guest.session.me.get()?.role === 'observer');
    host.session.send({ type: 'assignSegment', people: ['guest-0001'], segment: 'Customers' });
    await world.clock.until(() => guest.session.me.get()?.segment === 'Customers');
    guest.session.send({ type: 'changeProfile', name: 'Grace', colour: 'rose' });
    expect(guest.session.me.get()).toMatchObject({ name: 'Grace', colour: 'rose', role: 'observer', isHost: false });
  });
});

describe('what I do', () => {
  it('is on the screen before send returns, and is taken back with a reason when it is refused', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    tab.session.send(addIdea('idea-of-guest'));
    await world.clock.until(() => tab.session.status.get().allSaved);
    const refused: string[] = [];
    tab.session.refusals.subscribe(({ command, code }) => refused.push(`${command.type} ${code}`));
    const title = 'x'.repeat(301);
    const sent = tab.session.send({ type: 'retitleIdea', id: 'idea-of-guest', title });
    expect(tab.session.records.get('idea', 'idea-of-guest')?.title).toBe(title);
    await world.clock.pass(500);
    await expect(sent.decision).resolves.toBe('tooLong');
    expect(tab.session.records.get('idea', 'idea-of-guest')?.title).toBe('An idea');
    expect(refused).toEqual(['retitleIdea tooLong']);
  });

  it('R25 a vote never shows twice between its changes and its outcome', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    tab.session.send(addIdea('idea-of-guest'));
    await world.clock.until(() => tab.session.status.get().allSaved);
    const shown: number[] = [];
    tab.session.records.subscribe('idea', 'idea-of-guest', () => {
      shown.push(tab.session.records.get('idea', 'idea-of-guest')?.votes ?? -1);
    });
    tab.session.send({ type: 'castVote', idea: 'idea-of-guest', dots: 2 });
    await world.clock.until(() => tab.session.status.get().allSaved);
    expect(shown).toEqual([2]);
  });

  it('stays on the screen when somebody else changes the same thing before it is decided', async () => {
    const world = new World();
    const host = await world.openLive(world.person('host-00001', 'host'));
    const guest = await world.openLive(world.person('guest-0001'));
    host.session.send(addIdea('idea-of-host1'));
    await world.clock.until(() => guest.session.records.ids('idea').length === 1);
    world.server.weather = { ...world.server.weather, delayMs: () => 200 };
    const titles: string[] = [];
    guest.session.records.subscribe('idea', 'idea-of-host1', () => {
      titles.push(guest.session.records.get('idea', 'idea-of-host1')?.title ?? '');
    });
    host.session.send({ type: 'retitleIdea', id: 'idea-of-host1', title: 'from host' });
    await world.clock.pass(100);
    guest.session.send({ type: 'retitleIdea', id: 'idea-of-host1', title: 'from guest' });
    await world.clock.until(() => guest.session.status.get().allSaved);
    expect(titles).toEqual(['from guest']);
    expect(host.session.records.get('idea', 'idea-of-host1')?.title).toBe('from guest');
  });

  it('R29 is sent again after a retry, whatever its reason, and done once', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    world.server.weather = { delayMs: () => 5, retries: 0.7, mishaps: 0 };
    for (let at = 0; at < 60; at++) {
      tab.session.send(addIdea());
      await world.clock.pass(30);
    }
    await world.clock.until(() => tab.session.status.get().allSaved);
    expect(world.board.executed).toHaveLength(60);
    expect(tab.session.records.ids('idea')).toHaveLength(60);
  });

  it('R24 is sent again from the right number when the server missed one', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    const [connection] = world.server.connections;
    tab.session.send(addIdea());
    connection?.tell({ name: 'retry', retry: { reason: 'gap', last: 0, afterMs: 50 } });
    tab.session.send(addIdea());
    await world.clock.until(() => tab.session.status.get().allSaved);
    expect(world.board.executed.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('is asked about when the server forgets to say what became of it', async () => {
    const world = new World();
    const tab = await world.openLive(world.person('guest-0001'));
    const [connection] = world.server.connections;
    tab.session.send(addIdea());
    // The server loses the message and says nothing.
    world.server.connections.delete(connection as never);
    tab.session.send(addIdea());
    await world.clock.until(() => tab.session.status.get().allSaved, 60_000);
  });
});

function cutAll(world: World): void {
  for (const connection of [...world.server.connections]) {
    connection.cut();
  }
}

/** Counts the joins from now on. */
function joins(world: World): () => number {
  let count = 0;
  for (const connection of world.server.connections) {
    const join = connection.join.bind(connection);
    connection.join = (request) => {
      count++;
      return join(request);
    };
  }
  return () => count;
}

/** The server comes back with a board from a backup that lacks everything but who is on it. */
function restore(world: World, epoch: number): FakeBoard {
  world.server.kill();
  const board = world.server.makeBoard('board-0001');
  board.epoch = epoch;
  board.enter('guest-0001', 'contributor');
  world.server.restart();
  return board;
}

/** The id that a tab sends under, found out by sending. */
async function clientOf(world: World, tab: FakeTab): Promise<{ client: string }> {
  tab.session.send(addIdea('idea-first-001'));
  await world.clock.until(() => tab.session.status.get().allSaved);
  const client = world.board.executed.at(-1)?.client ?? '';
  return { client };
}

async function untilDecided(world: World, decision: Promise<string>): Promise<string> {
  let decided: string | undefined;
  void decision.then((what) => {
    decided = what;
  });
  await world.clock.until(() => decided !== undefined);
  return decided ?? '';
}
