import { describe, expect, it } from 'vitest';
import type { TextChange } from '../../wire';
import type { BodyText } from '../session';
import { TestClock } from '../testing/clock';
import { FakeBrowser, type FakeTab } from '../testing/fakeBrowser';
import { FakeServer } from '../testing/fakeServer';
import { SeededRandom } from '../testing/random';
import { addIdea } from '../testing/world';
import { typed } from './between';
import { wireOf } from './draft';

const idea = 'idea-typed-1';

/** Somebody with one tab who types marks that nobody else types: a letter of their own and a number, at a caret that moves with the text. */
class Typist {
  body: BodyText | undefined;
  /** Marks typed here, in order. */
  readonly marks: string[] = [];
  private caret = 0;
  private end: () => void = () => undefined;

  constructor(
    readonly letter: string,
    readonly browser: FakeBrowser,
    public tab: FakeTab,
    private readonly random: SeededRandom,
  ) {}

  async open(): Promise<void> {
    this.end();
    const body = await this.tab.session.openBody(idea);
    this.body = body;
    this.caret = body.text.length;
    this.end = body.subscribe(({ changes }) => {
      this.caret = caretAfter(this.caret, changes);
    });
  }

  /** Types one mark at the caret; it is never deleted. */
  type(): void {
    const { body } = this;
    if (body === undefined || this.tab.session.records.get('idea', idea) === undefined) {
      return;
    }
    const mark = `${this.letter}${this.marks.length}${this.random.pick(['.', '\n', ' ', '🎒', 'e\u0301'])}`;
    this.marks.push(mark.replace(/\D+$/, ''));
    const [before, at] = [body.text, Math.min(this.caret, body.text.length)];
    const after = before.slice(0, at) + mark + before.slice(at);
    body.write(wireOf(typed(before, after, at + mark.length)));
    this.caret = at + mark.length;
  }
}

function caretAfter(caret: number, changes: TextChange): number {
  let [at, after] = [0, 0];
  for (const piece of changes) {
    const [length, ...lines] = typeof piece === 'number' ? [piece] : piece;
    if (typeof piece === 'number') {
      if (at + length > caret) {
        return after + caret - at;
      }
      after += length;
    } else {
      const inserted = lines.join('\n').length;
      if (at + length > caret) {
        return after + inserted;
      }
      after += inserted;
    }
    at += length;
  }
  return after;
}

/** How often each mark stands in a text: a mark ends where the next character is no digit. */
function count(text: string, mark: string): number {
  return text.split(new RegExp(`${mark}(?!\\d)`)).length - 1;
}

class Room {
  readonly random: SeededRandom;
  readonly clock: TestClock;
  readonly server: FakeServer;
  readonly typists: Typist[] = [];

  constructor(
    seed: number,
    readonly people: number,
  ) {
    this.random = new SeededRandom(seed);
    this.clock = new TestClock(this.random);
    this.server = new FakeServer(this.clock);
  }

  async begin(): Promise<void> {
    const board = this.server.makeBoard('board-0001');
    for (let at = 0; at < this.people; at++) {
      board.enter(`person-${at}`, 'contributor');
      const browser = new FakeBrowser(`person-${at}`, this.server, this.clock);
      this.typists.push(new Typist('ABCDEFGH'.charAt(at), browser, browser.open('board-0001'), this.random));
    }
    await this.live();
    this.typists[0]?.tab.session.send(addIdea(idea, 'Typed'));
    await this.clock.until(() => this.typists.every(({ tab }) => tab.session.records.get('idea', idea) !== undefined));
    await Promise.all(this.typists.map((typist) => typist.open()));
    this.server.weather = { delayMs: () => this.random.below(150), retries: 0.1, mishaps: 0.03 };
  }

  async type(steps: number): Promise<void> {
    const board = this.server.boards.get('board-0001');
    for (let step = 0; step < steps; step++) {
      const dice = this.random.next();
      const typist = this.random.pick(this.typists);
      if (dice < 0.85) {
        typist.type();
      } else if (dice < 0.91) {
        this.random.pick([...this.server.connections, undefined])?.cut();
      } else if (dice < 0.94) {
        this.server.isUp ? this.server.kill() : this.server.restart();
      } else if (dice < 0.96 && board !== undefined) {
        board.forgottenThrough = board.seq - this.random.below(3);
        board.texts.forgottenThrough = board.forgottenThrough;
      } else if (dice < 0.98) {
        typist.tab.session.send({ type: 'recolourIdea', id: idea, colour: 'mint' });
      } else if (typist.tab.session.status.get().safe) {
        typist.tab.crash();
        typist.tab = typist.browser.open('board-0001');
        await this.clock.until(() => typist.tab.session.status.get().link !== 'connecting' || !this.server.isUp);
        await typist.open();
      }
      await this.clock.pass(this.random.below(90));
    }
  }

  async end(): Promise<void> {
    this.server.restart();
    this.server.weather = { delayMs: () => 1, retries: 0, mishaps: 0 };
    for (const { tab } of this.typists) {
      tab.wake();
    }
    await this.live();
    this.typists[0]?.tab.session.send({ type: 'recolourIdea', id: idea, colour: 'sun' });
    await this.clock.pass(2_000);
    await this.live();
  }

  private live(): Promise<void> {
    return this.clock.until(() =>
      this.typists.every(({ tab }) => {
        const { link, allSaved } = tab.session.status.get();
        return link === 'live' && allSaved;
      }),
    );
  }
}

const rooms = import.meta.env['COCREATE_LONG'] === '1' ? 500 : 15;

describe('people typing in one body over a bad network', () => {
  it.each(Array.from({ length: rooms }, (_, at) => at + 1))(
    'R51 R52 keep every character exactly once, and everybody sees the same (seed %i)',
    async (seed) => {
      const room = new Room(seed, 2 + (seed % 4));
      await room.begin();
      await room.type(160);
      await room.end();

      const text = room.server.boards
        .get('board-0001')
        ?.snapshot('person-0')
        .patches.find((patch) => patch.id === idea);
      const truth = text !== undefined && text.op === 'put' && text.kind === 'idea' ? text.value.body : '';
      expect(truth).not.toBe('');
      for (const { tab, marks, browser } of room.typists) {
        expect(tab.session.records.get('idea', idea)?.body).toBe(truth);
        for (const mark of marks) {
          expect(count(truth, mark), `${mark} in ${truth}`).toBe(1);
        }
        expect(browser.stored.size).toBe(0);
      }
    },
  );

  it.each(Array.from({ length: rooms }, (_, at) => at + 1))(
    'R51 keep the order of what each one typed in one go, while connections hold (seed %i)',
    async (seed) => {
      const room = new Room(seed, 3);
      await room.begin();
      room.server.weather = { delayMs: () => room.random.below(200), retries: 0, mishaps: 0 };
      for (let step = 0; step < 150; step++) {
        room.random.pick(room.typists).type();
        await room.clock.pass(room.random.below(60));
      }
      await room.end();
      const truth = room.typists[0]?.body?.text ?? '';
      for (const { tab, marks } of room.typists) {
        expect(tab.session.records.get('idea', idea)?.body).toBe(truth);
        const places = marks.map((mark) => truth.search(new RegExp(`${mark}(?!\\d)`)));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort((one, other) => one - other));
      }
    },
  );
});
