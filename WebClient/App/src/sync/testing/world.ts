import type { ClientCommand, Role } from '../../wire';
import { TestClock } from './clock';
import { freshId } from './commands';
import type { FakeBoard } from './fakeBoard';
import { FakeBrowser, type FakeTab } from './fakeBrowser';
import { FakeServer } from './fakeServer';
import { SeededRandom } from './random';

/** A server with one board, and browsers of people who are on it. */
export class World {
  readonly clock = new TestClock(new SeededRandom(1));
  readonly server = new FakeServer(this.clock);
  readonly board: FakeBoard = this.server.makeBoard('board-0001');

  /** A browser of somebody who is on the board. */
  person(participant: string, role: Role = 'contributor'): FakeBrowser {
    this.board.enter(participant, role);
    this.server.publish();
    return this.stranger(participant);
  }

  /** A browser of somebody who is not. */
  stranger(participant: string): FakeBrowser {
    return new FakeBrowser(participant, this.server, this.clock);
  }

  /** A tab of that browser with the board open and live. */
  async openLive(browser: FakeBrowser): Promise<FakeTab> {
    const tab = browser.open('board-0001');
    await this.clock.until(() => tab.session.status.get().link === 'live');
    return tab;
  }
}

/** A command that adds an idea. */
export function addIdea(id = freshId(), title = 'An idea'): ClientCommand & { readonly id: string } {
  return { type: 'addIdea', id, title, body: '', colour: 'sun', x: 0, y: 0, group: '' };
}
