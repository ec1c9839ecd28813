import { describe, expect, it } from 'vitest';
import type { FakeTab } from './testing/fakeBrowser';
import { fairWeather } from './testing/fakeServer';
import { addIdea, World } from './testing/world';

describe('a board that is opened while its server is away', () => {
  it('is shown as it was when the connection was lost, with everything done since', async () => {
    const { world, browser, tab } = await boardWithAnIdea();
    world.server.kill();
    await world.clock.until(() => tab.session.status.get().link === 'offline');
    tab.session.send({ type: 'retitleIdea', id: 'idea-before-01', title: 'Said offline' });
    tab.session.send(addIdea('idea-offline-1'));
    await world.clock.until(() => tab.session.status.get().safe);
    tab.crash();

    const again = browser.open('board-0001');
    await world.clock.until(() => titles(again).length === 2);
    expect(titles(again)).toEqual(['Said offline', 'An idea']);
    expect(again.session.me.get()).toMatchObject({ participant: 'guest-0001', role: 'contributor' });
    expect(again.session.status.get()).toMatchObject({ link: 'offline', unsent: 2 });
    expect(again.session.status.get().asOf).toBeGreaterThan(0);

    again.session.send(addIdea('idea-offline-2'));
    world.server.restart();
    await world.clock.until(() => again.session.status.get().link === 'live' && again.session.status.get().allSaved);
    expect(again.session.records.ids('idea')).toEqual(['idea-before-01', 'idea-offline-1', 'idea-offline-2']);
    expect(again.session.status.get().asOf).toBe(0);
    expect(world.board.executed).toHaveLength(4);
  });

  it('has nothing in it that the server has not confirmed: what is unsent is kept once, as commands', async () => {
    const { world, browser, tab } = await boardWithAnIdea();
    world.server.kill();
    tab.session.send(addIdea('idea-offline-1'));
    await world.clock.until(() => tab.session.status.get().link === 'offline');
    await world.clock.until(() => browser.boards.size > 0);
    const kept = browser.boards.get('board-0001')?.snapshot.patches ?? [];
    expect(kept.flatMap((patch) => (patch.op === 'put' && patch.kind === 'idea' ? patch.value.id : []))).toEqual([
      'idea-before-01',
    ]);
  });

  it('is shown as it was when nobody looked at it any more', async () => {
    const { world, browser, tab } = await boardWithAnIdea();
    tab.hide();
    await world.clock.until(() => browser.boards.size > 0);
    tab.crash();
    world.server.kill();
    const again = browser.open('board-0001');
    await world.clock.until(() => titles(again).length === 1);
  });

  it('is forgotten by the browser of whoever was removed, and not shown to them again', async () => {
    const { world, browser, tab } = await boardWithAnIdea();
    tab.hide();
    await world.clock.until(() => browser.boards.size > 0);
    world.server.kill();
    world.board.execute('host-00001', 'host-client-1', 1, { type: 'removeParticipant', participant: 'guest-0001' }, 0);
    world.server.restart();
    await world.clock.until(() => browser.boards.size === 0);
    tab.crash();
    world.server.kill();
    const again = browser.open('board-0001');
    await world.clock.pass(60_000);
    expect(again.session.records.ids('person')).toEqual([]);
    expect(again.session.status.get()).toMatchObject({ link: 'offline', asOf: 0 });
  });

  it('is not what a host sees while looking at it as a participant', async () => {
    const { world, browser } = await boardWithAnIdea();
    const looking = browser.open('board-0001', true);
    await world.clock.until(() => looking.session.status.get().link === 'live');
    browser.boards.clear();
    looking.hide();
    await world.clock.pass(1_000);
    expect(browser.boards.size).toBe(0);
  });

  it('is not waited for longer than a few seconds where nothing answers, and gives way to what the server says', async () => {
    const { world, browser, tab } = await boardWithAnIdea();
    tab.hide();
    await world.clock.until(() => browser.boards.size > 0);
    tab.crash();
    world.server.weather = { ...fairWeather, delayMs: () => 6_000 };
    const again = browser.open('board-0001');
    await world.clock.until(() => titles(again).length === 1);
    expect(again.session.status.get().link).toBe('catchingUp');
    world.board.execute('guest-0001', 'guest-0001-elsewhere', 1, addIdea('idea-elsewhere'), 0);
    world.server.weather = fairWeather;
    await world.clock.until(() => titles(again).length === 2, 60_000);
    expect(again.session.status.get().asOf).toBe(0);
  });
});

async function boardWithAnIdea(): Promise<{ world: World; browser: ReturnType<World['person']>; tab: FakeTab }> {
  const world = new World();
  world.board.enter('host-00001', 'host');
  const browser = world.person('guest-0001');
  const tab = await world.openLive(browser);
  tab.session.send(addIdea('idea-before-01', 'Said before'));
  await world.clock.until(() => tab.session.status.get().allSaved);
  return { world, browser, tab };
}

function titles({ session }: FakeTab): readonly string[] {
  return session.records.all('idea').map(({ title }) => title);
}
