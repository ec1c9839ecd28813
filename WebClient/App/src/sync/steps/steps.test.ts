import { describe, expect, it } from 'vitest';
import type { ClientCommand } from '../../wire';
import { randomCommand } from '../testing/commands';
import { contentOf } from '../testing/content';
import type { FakeTab } from '../testing/fakeBrowser';
import { SeededRandom } from '../testing/random';
import { addIdea, World } from '../testing/world';

async function room(): Promise<{ world: World; ana: FakeTab; ben: FakeTab; saved: () => Promise<void> }> {
  const world = new World();
  const ana = await world.openLive(world.person('ana-000001'));
  const ben = await world.openLive(world.person('ben-000001', 'host'));
  const saved = async (): Promise<void> => {
    const done = (tab: FakeTab): boolean =>
      tab.session.status.get().allSaved && tab.session.status.get().link === 'live';
    await world.clock.until(() => done(ana) && done(ben));
    await world.clock.pass(200);
  };
  return { world, ana, ben, saved };
}

const title = (tab: FakeTab, id: string): string | undefined => tab.session.records.get('idea', id)?.title;

describe('taking back', () => {
  it('R42 undoes one own step after the other and does them again', async () => {
    const { ana, saved } = await room();
    ana.session.send(addIdea('idea-00001', 'One'));
    await saved();
    ana.session.send({ type: 'retitleIdea', id: 'idea-00001', title: 'Two' });
    await saved();
    expect(ana.session.steps.state.get()).toEqual({ undo: 2, redo: 0 });
    ana.session.steps.undo();
    expect(title(ana, 'idea-00001')).toBe('One');
    ana.session.steps.undo();
    expect(title(ana, 'idea-00001')).toBeUndefined();
    await saved();
    ana.session.steps.redo();
    ana.session.steps.redo();
    expect(title(ana, 'idea-00001')).toBe('Two');
    await saved();
    expect(title(ana, 'idea-00001')).toBe('Two');
    expect(ana.session.steps.state.get()).toEqual({ undo: 2, redo: 0 });
  });

  it('R42 puts an idea and a stamp on it that were moved together back each to its place', async () => {
    const { ana, ben, saved } = await room();
    ana.session.send(addIdea('idea-00001', 'One'));
    ana.session.send({ type: 'addStamp', id: 'stamp-0001', sign: 'star', x: 10, y: 20, on: 'idea-00001' });
    await saved();
    const place = (tab: FakeTab): unknown => {
      const stamp = tab.session.records.get('stamp', 'stamp-0001');
      const idea = tab.session.records.get('idea', 'idea-00001');
      return [stamp?.x, stamp?.y, idea?.x, idea?.y];
    };
    const before = place(ana);
    const moves = [
      { id: 'stamp-0001', x: 500, y: 500 },
      { id: 'idea-00001', x: 300, y: 100 },
    ];
    ana.session.send({ type: 'moveThings', moves });
    await saved();
    expect(place(ben)).toEqual([500, 500, 300, 100]);
    ana.session.steps.undo();
    expect(place(ana)).toEqual(before);
    await saved();
    expect(place(ben)).toEqual(before);
    ana.session.steps.redo();
    await saved();
    expect(place(ben)).toEqual([500, 500, 300, 100]);
  });

  it('R42 leaves what somebody else has changed since, and says what stays', async () => {
    const { ana, ben, saved } = await room();
    ana.session.send(addIdea('idea-00001', 'One'));
    await saved();
    ana.session.send({ type: 'retitleIdea', id: 'idea-00001', title: 'Ana' });
    await saved();
    ben.session.send({ type: 'retitleIdea', id: 'idea-00001', title: 'Ben' });
    await saved();
    const told: (readonly string[])[] = [];
    ana.session.steps.told.subscribe(({ left }) => told.push(left));
    ana.session.steps.undo();
    await saved();
    expect(title(ben, 'idea-00001')).toBe('Ben');
    expect(told).toEqual([['idea-00001']]);
  });

  it('R42 learns from the board when the other was faster, and the other stays', async () => {
    const { world, ana, ben, saved } = await room();
    ana.session.send(addIdea('idea-00001', 'One'));
    await saved();
    ana.session.send({ type: 'retitleIdea', id: 'idea-00001', title: 'Ana' });
    await saved();
    world.server.weather = { delayMs: () => 50, retries: 0, mishaps: 0 };
    ben.session.send({ type: 'retitleIdea', id: 'idea-00001', title: 'Ben' });
    await world.clock.pass(60);
    const refused: string[] = [];
    ana.session.refusals.subscribe(({ code }) => refused.push(code));
    ana.session.steps.undo();
    await saved();
    expect([title(ana, 'idea-00001'), title(ben, 'idea-00001')]).toEqual(['Ben', 'Ben']);
    expect(refused).toEqual(['changed']);
  });

  it('gives back what somebody else wrote directly before, though it came in the same message', async () => {
    const { world, ana, ben, saved } = await room();
    ana.session.send(addIdea('idea-00001', 'One'));
    await saved();
    world.board.execute('ben-000001', 'ben-client', 1, { type: 'retitleIdea', id: 'idea-00001', title: 'Ben' }, 0);
    ana.session.send({ type: 'retitleIdea', id: 'idea-00001', title: 'Ana' });
    await saved();
    expect(title(ben, 'idea-00001')).toBe('Ana');
    ana.session.steps.undo();
    await saved();
    expect(title(ben, 'idea-00001')).toBe('Ben');
  });

  it('a removal comes back at once with its comments and connectors, offline too', async () => {
    const { world, ana, saved } = await room();
    ana.session.send(addIdea('idea-00001', 'One'));
    ana.session.send(addIdea('idea-00002', 'Two'));
    ana.session.send({ type: 'addConnector', id: 'line-00001', from: 'idea-00001', to: 'idea-00002', label: '' });
    ana.session.send({ type: 'addComment', id: 'talk-00001', idea: 'idea-00001', text: 'Well' });
    await saved();
    const before = contentOf(ana.session.records);
    world.server.kill();
    await world.clock.pass(50);
    ana.session.send({ type: 'removeThings', ids: ['idea-00001'] });
    ana.session.send({ type: 'removeThings', ids: ['idea-00002'] });
    await world.clock.pass(50);
    expect(ana.session.records.ids('idea')).toEqual([]);
    ana.session.steps.undo();
    expect(contentOf(ana.session.records)).toEqual(before);
    world.server.restart();
    await saved();
    expect(contentOf(ana.session.records)).toEqual(before);
  });

  it('R42 what is restored from the bin goes again as long as nobody has done anything with it', async () => {
    for (const meddled of [false, true]) {
      const { ana, ben, saved } = await room();
      ana.session.send(addIdea('idea-00001', 'One'));
      ana.session.send({ type: 'addComment', id: 'talk-00001', idea: 'idea-00001', text: 'Well' });
      await saved();
      ana.session.send({ type: 'removeThings', ids: ['idea-00001'] });
      await saved();
      ben.session.send({ type: 'restore', kind: 'idea', id: 'idea-00001' });
      await saved();
      expect(title(ana, 'idea-00001')).toBe('One');
      expect(ben.session.steps.state.get()).toEqual({ undo: 1, redo: 0 });
      if (meddled) {
        ana.session.send({ type: 'addComment', id: 'talk-00002', idea: 'idea-00001', text: 'Better' });
        await saved();
      }
      ben.session.steps.undo();
      await saved();
      expect(title(ana, 'idea-00001')).toBe(meddled ? 'One' : undefined);
      ben.session.steps.redo();
      await saved();
      expect(title(ana, 'idea-00001')).toBe('One');
    }
  });

  it('is one step for a selection, a burst of typing and a drag into a group', async () => {
    const { world, ana, saved } = await room();
    const one = (): number => ana.session.steps.state.get().undo;
    ana.session.send(addIdea('idea-00001', 'One'));
    ana.session.send(addIdea('idea-00002', 'Two'));
    await saved();
    expect(one()).toBe(1);
    for (const text of ['T', 'Th', 'Thr', 'Three']) {
      ana.session.send({ type: 'retitleIdea', id: 'idea-00001', title: text });
      await world.clock.pass(400);
    }
    expect(one()).toBe(2);
    await world.clock.pass(1_500);
    ana.session.send({ type: 'retitleIdea', id: 'idea-00001', title: 'Three and a half' });
    await saved();
    expect(one()).toBe(3);
    ana.session.send({ type: 'addGroup', id: 'group-0001', title: '', x: 0, y: 0, width: 300, height: 200 });
    await saved();
    ana.session.send({ type: 'moveThings', moves: [{ id: 'idea-00001', x: 9, y: 9 }] });
    ana.session.send({ type: 'groupIdeas', group: 'group-0001', ideas: ['idea-00001'] });
    await saved();
    expect(one()).toBe(5);
    ana.session.steps.undo();
    expect(ana.session.records.get('idea', 'idea-00001')).toMatchObject({ x: 0, group: '' });
    ana.session.steps.undo();
    ana.session.steps.undo();
    ana.session.steps.undo();
    expect(title(ana, 'idea-00001')).toBe('One');
    await saved();
    expect(ana.session.records.get('group', 'group-0001')).toBeUndefined();
  });

  it('an idea that was added and left empty is no step', async () => {
    const { ana, saved } = await room();
    ana.session.send(addIdea('idea-00001', ''));
    await saved();
    ana.session.send({ type: 'removeThings', ids: ['idea-00001'] });
    await saved();
    expect(ana.session.steps.state.get().undo).toBe(0);
  });

  it('what was refused is no step', async () => {
    const { world, ana, saved } = await room();
    ana.session.send(addIdea('idea-00001', 'One'));
    await saved();
    world.board.execute('ben-000001', 'ben-client', 1, { type: 'closeSession' }, 0);
    ana.session.send({ type: 'retitleIdea', id: 'idea-00001', title: 'Two' });
    await saved();
    world.board.execute('ben-000001', 'ben-client', 2, { type: 'openSession' }, 0);
    await saved();
    ana.session.steps.undo();
    await saved();
    expect(ana.session.records.ids('idea')).toEqual([]);
  });

  it('survives a reload of the page', async () => {
    const { world, ana, saved } = await room();
    const browser = world.stranger('eva-000001');
    world.board.enter('eva-000001', 'contributor');
    const first = await world.openLive(browser);
    first.session.send(addIdea('idea-00001', 'One'));
    await saved();
    await world.clock.until(() => first.session.status.get().allSaved);
    first.session.close();
    const second = await world.openLive(browser);
    second.session.steps.undo();
    await world.clock.until(() => ana.session.records.ids('idea').length === 0);
  });

  it('a move of 500 ideas is taken back in messages that the server takes', async () => {
    const { ana, saved } = await room();
    const ids = Array.from({ length: 500 }, (_, at) => `idea-of-many-${String(at).padStart(8, '0')}`);
    for (const id of ids) {
      ana.session.send(addIdea(id));
    }
    await saved();
    ana.session.send({ type: 'moveThings', moves: ids.map((id, at) => ({ id, x: at + 0.25, y: -at - 0.75 })) });
    await saved();
    ana.session.steps.undo();
    await saved();
    expect(ids.every((id) => ana.session.records.get('idea', id)?.x === 0)).toBe(true);
    expect(ana.session.steps.state.get()).toEqual({ undo: 1, redo: 1 });
  });

  it('forgets the oldest of more than 200 steps', async () => {
    const { ana, saved } = await room();
    ana.session.send(addIdea('idea-00001', 'One'));
    for (let at = 0; at < 200; at++) {
      await saved();
      ana.session.send({ type: 'reorderThings', ranks: [{ id: 'idea-00001', order: at + 10 }] });
    }
    await saved();
    expect(ana.session.steps.state.get().undo).toBe(200);
  });
});

describe('random people', () => {
  it.each(Array.from({ length: 25 }, (_, at) => at + 1))(
    'R42 own steps taken back leave the board as others made it, and done again as it was (seed %i)',
    async (seed) => {
      const { world, ana, ben, saved } = await room();
      const random = new SeededRandom(seed);
      world.server.weather = { delayMs: () => random.below(60), retries: 0, mishaps: 0 };
      const written = new Map<string, string>();
      for (let at = 0; at < 60; at++) {
        const tab = random.pick([ana, ben]);
        const command = unmistakable(randomCommand(tab.session.records, random), at);
        if (command !== null) {
          tab.session.send(command);
          if (tab === ben && command.type === 'retitleIdea') {
            written.set(command.id, command.title);
          }
        }
        await world.clock.pass(random.below(100));
      }
      await saved();
      const before = contentOf(ana.session.records);
      let steps = 0;
      while (ana.session.steps.state.get().undo > 0) {
        ana.session.steps.undo();
        steps++;
        await world.clock.pass(random.below(80));
      }
      await saved();
      expect(contentOf(ben.session.records)).toEqual(contentOf(ana.session.records));
      for (const [id, last] of written) {
        const idea = ben.session.records.get('idea', id);
        expect(idea === undefined || idea.title === last, `${id} should be ${last}`).toBe(true);
      }
      expect(steps).toBeGreaterThan(3);
      while (ana.session.steps.state.get().redo > 0) {
        ana.session.steps.redo();
        await world.clock.pass(random.below(80));
      }
      await saved();
      expect(withoutEdited(contentOf(ana.session.records))).toEqual(withoutEdited(before));
    },
  );
});

/** Without dots and reactions, which do not come back on the board of these tests, and with words that nobody else writes. */
function unmistakable(command: ClientCommand, at: number): ClientCommand | null {
  switch (command.type) {
    case 'castVote':
    case 'withdrawVote':
    case 'addReaction':
    case 'withdrawReaction':
    case 'changeProfile':
      return null;
    case 'retitleIdea':
      return { ...command, title: `${command.title} at ${at}` };
    case 'writeThing':
      return { ...command, text: `${command.text} at ${at}` };
    default:
      return command;
  }
}

/** That a comment was edited stays so when the edit is taken back, and a tag that is given again comes last. */
function withoutEdited(content: ReturnType<typeof contentOf>): unknown {
  const copy = JSON.parse(JSON.stringify(content).replaceAll('"edited":true', '"edited":false')) as {
    readonly idea: readonly { readonly tags: string[] }[];
  };
  for (const { tags } of copy.idea) {
    tags.sort();
  }
  return copy;
}
