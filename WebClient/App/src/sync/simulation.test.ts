import { describe, expect, it } from 'vitest';
import type { ClientCommand } from '../wire';
import { applyPatch } from './records';
import type { Decision } from './session';
import { RecordStore } from './store';
import { TestClock } from './testing/clock';
import { randomCommand } from './testing/commands';
import { contentOf } from './testing/content';
import type { FakeBoard } from './testing/fakeBoard';
import { FakeBrowser, type FakeTab } from './testing/fakeBrowser';
import { FakeServer } from './testing/fakeServer';
import { SeededRandom } from './testing/random';

/** What somebody did, and what is known of it. */
interface Done {
  readonly participant: string;
  readonly command: ClientCommand;
  decision: Decision | null;
  /** Whether it would survive the tab, as the screen said when the tab ended. */
  mustHappen: boolean;
}

/** Several people with several tabs on one board, on a bad day. */
class BadDay {
  readonly random: SeededRandom;
  readonly clock: TestClock;
  readonly server: FakeServer;
  readonly board: FakeBoard;
  readonly done: Done[] = [];
  readonly tabs: { readonly browser: FakeBrowser; tab: FakeTab; done: Done[] }[] = [];

  constructor(seed: number) {
    this.random = new SeededRandom(seed);
    this.clock = new TestClock(this.random);
    this.server = new FakeServer(this.clock);
    this.board = this.server.makeBoard('board-0001');
    this.server.weather = { delayMs: () => this.random.below(80), retries: 0.1, mishaps: 0.03 };
    for (const [participant, role, tabs] of [
      ['owner-0001', 'owner', 1],
      ['guest-0001', 'contributor', 2],
      ['guest-0002', 'contributor', 1],
    ] as const) {
      this.board.enter(participant, role);
      const browser = new FakeBrowser(participant, this.server, this.clock);
      for (let tab = 0; tab < tabs; tab++) {
        this.tabs.push({ browser, tab: browser.open('board-0001'), done: [] });
      }
    }
  }

  async happen(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      this.oneThing();
      await this.clock.pass(this.random.below(120));
    }
  }

  async getBetter(): Promise<void> {
    this.server.restart();
    this.server.weather = { delayMs: () => 1, retries: 0, mishaps: 0 };
    for (const { tab } of this.tabs) {
      tab.wake();
    }
    await this.clock.until(() =>
      this.tabs.every(({ tab }) => tab.session.status.get().link === 'live' && tab.session.status.get().allSaved),
    );
    await this.clock.pass(1_000);
  }

  private oneThing(): void {
    const dice = this.random.next();
    const place = this.random.pick(this.tabs);
    if (dice < 0.8) {
      this.send(place);
    } else if (dice < 0.9) {
      this.random.pick([...this.server.connections, undefined])?.cut();
    } else if (dice < 0.93) {
      this.crash(place);
    } else if (dice < 0.96) {
      this.server.isUp ? this.server.kill() : this.server.restart();
    } else if (dice < 0.98) {
      this.board.forgottenThrough = this.board.seq - this.random.below(5);
    } else {
      this.random.pick([...this.server.connections, undefined])?.tell({ name: 'resync', resync: { reason: 'test' } });
    }
  }

  private send(place: BadDay['tabs'][number]): void {
    const burst = this.random.chance(0.1) ? 30 : 1;
    for (let at = 0; at < burst; at++) {
      const command = randomCommand(place.tab.session.records, this.random);
      const done: Done = { participant: place.browser.participant, command, decision: null, mustHappen: false };
      this.done.push(done);
      place.done.push(done);
      place.tab.session.send(command).decision.then((decision) => {
        done.decision = decision;
      });
    }
  }

  private crash(place: BadDay['tabs'][number]): void {
    const { safe } = place.tab.session.status.get();
    for (const done of place.done.splice(0)) {
      done.mustHappen = safe;
    }
    place.tab.crash();
    place.tab = place.browser.open('board-0001');
  }
}

function viewOf(board: FakeBoard, participant: string): RecordStore {
  const store = new RecordStore();
  for (const patch of board.snapshot(participant).patches) {
    applyPatch(store, patch);
  }
  return store;
}

/** How many random days are lived through; each seed that ever failed stays among the first. */
const days = import.meta.env['COCREATE_LONG'] === '1' ? 2_000 : 20;

describe('several people on a bad day', () => {
  it.each(Array.from({ length: days }, (_, at) => at + 1))(
    'R10 R23 R26 all see the same in the end, nothing is lost, nothing is doubled (seed %i)',
    async (seed) => {
      const day = new BadDay(seed);
      await day.happen(150);
      await day.getBetter();

      for (const { tab, browser } of day.tabs) {
        expect(contentOf(tab.session.records)).toEqual(contentOf(viewOf(day.board, browser.participant)));
        expect(browser.stored.size).toBe(0);
      }
      const numbers = day.board.executed.map(({ client, number }) => `${client}/${number}`);
      expect(new Set(numbers).size).toBe(numbers.length);
      const added = new Map<string, number>();
      for (const { command, refusal } of day.board.executed) {
        if (command.type === 'addIdea' && refusal === null) {
          added.set(command.id, (added.get(command.id) ?? 0) + 1);
        }
      }
      for (const { command, decision, mustHappen } of day.done) {
        if (command.type === 'addIdea') {
          const times = added.get(command.id) ?? 0;
          expect(times).toBeLessThanOrEqual(1);
          if (decision === 'accepted' || mustHappen) {
            expect(times).toBe(1);
          }
        }
      }
    },
  );
});
