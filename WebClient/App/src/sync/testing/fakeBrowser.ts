import { BoardSync } from '../board';
import type { Clock } from '../clock';
import type { BoardMemory, KeptBoard } from '../keptBoard';
import type { ClientLocks, Release } from '../locks';
import type { BoardSession } from '../session';
import type { CommandStorage, StorageChange, StoredCommand } from '../storage';
import type { StepMemory, Surroundings } from '../surroundings';
import { Desk } from '../text';
import type { FakeServer } from './fakeServer';

/** Milliseconds that storing takes. */
const storingMs = 4;

/** A browser of one person: its storage and locks outlive its tabs. */
export class FakeBrowser {
  /** What is stored, by client and number. */
  readonly stored = new Map<string, StoredCommand>();
  private readonly holders = new Map<string, { readonly tab: object; release: Release }>();
  private readonly queues = new Map<string, (() => void)[]>();
  private ids = 0;
  /** What a tab kept of its steps, by board. */
  private readonly steps = new Map<string, string>();
  private readonly stepMemory: StepMemory = {
    read: (board) => this.steps.get(board) ?? null,
    write: (board, text) => this.steps.set(board, text),
  };
  /** What is kept of boards. */
  readonly boards = new Map<string, KeptBoard>();

  constructor(
    readonly participant: string,
    private readonly server: FakeServer,
    private readonly clock: Clock,
  ) {}

  /** Opens a board in a new tab; a host may look at it as a participant. */
  open(board: string, asParticipant = false): FakeTab {
    const tab = {
      dead: false,
      releases: [] as Release[],
      wakes: new Set<() => void>(),
      hides: new Set<() => void>(),
    };
    const around: Surroundings = {
      clock: this.clockOf(tab),
      connect: this.server.connectAs(this.participant),
      fetchSnapshot: () => this.server.fetchSnapshot(board, this.participant),
      findAccess: () => this.server.findAccess(board, this.participant),
      storage: this.storageOf(tab),
      stepMemory: this.stepMemory,
      boardMemory: this.boardMemoryOf(tab),
      locks: this.locksOf(tab),
      newId: () => `${this.participant}-client-${++this.ids}`,
      fileAddress: (file) => `/files/${file}`,
      loadDesk: async () => new Desk(),
      onWake: (wake) => {
        tab.wakes.add(wake);
        return () => tab.wakes.delete(wake);
      },
      onHide: (hide) => {
        tab.hides.add(hide);
        return () => tab.hides.delete(hide);
      },
    };
    const session = new BoardSync(board, around, asParticipant);
    return {
      session,
      wake: () => {
        for (const wake of tab.wakes) {
          wake();
        }
      },
      hide: () => {
        for (const hide of tab.hides) {
          hide();
        }
      },
      crash: () => {
        tab.dead = true;
        session.close();
        for (const release of tab.releases.splice(0)) {
          release();
        }
      },
    };
  }

  /** A dead tab does nothing more. */
  private clockOf(tab: { readonly dead: boolean }): Clock {
    const { clock } = this;
    const whileAlive = (action: () => void) => () => {
      if (!tab.dead) {
        action();
      }
    };
    return {
      now: () => clock.now(),
      random: () => clock.random(),
      after: (ms, action) => clock.after(ms, whileAlive(action)),
      onFrame: (action) => clock.onFrame(whileAlive(action)),
    };
  }

  private storageOf(tab: { readonly dead: boolean }): CommandStorage {
    return {
      load: async (board) => {
        await this.whileStoring();
        const found = [...this.stored.values()].filter((command) => command.board === board);
        return found.sort((one, other) => one.client.localeCompare(other.client) || one.number - other.number);
      },
      write: async (changes) => {
        await this.whileStoring();
        if (!tab.dead) {
          for (const change of changes) {
            this.store(change);
          }
        }
      },
    };
  }

  private boardMemoryOf(tab: { readonly dead: boolean }): BoardMemory {
    const whileAlive = async (act: () => void): Promise<void> => {
      await this.whileStoring();
      if (!tab.dead) {
        act();
      }
    };
    return {
      read: async (board) => {
        await this.whileStoring();
        return this.boards.get(board) ?? null;
      },
      keep: (kept) => whileAlive(() => void this.boards.set(kept.board, structuredClone(kept))),
      forget: (board) => whileAlive(() => void this.boards.delete(board)),
    };
  }

  private store(change: StorageChange): void {
    if ('keep' in change) {
      this.stored.set(`${change.keep.client}/${change.keep.number}`, change.keep);
      return;
    }
    const { client, through } = change.forget;
    for (const [key, command] of [...this.stored]) {
      if (command.client === client && command.number <= through) {
        this.stored.delete(key);
      }
    }
  }

  private whileStoring(): Promise<void> {
    return new Promise((resolve) => {
      this.clock.after(storingMs, resolve);
    });
  }

  private locksOf(tab: { readonly releases: Release[] }): ClientLocks {
    return {
      hold: (client) =>
        new Promise((resolve) => {
          const take = (): void => {
            const release = (): void => this.release(client, release);
            this.holders.set(client, { tab, release });
            tab.releases.push(release);
            resolve(release);
          };
          if (this.holders.has(client)) {
            this.queues.set(client, [...(this.queues.get(client) ?? []), take]);
          } else {
            take();
          }
        }),
    };
  }

  private release(client: string, release: Release): void {
    if (this.holders.get(client)?.release === release) {
      this.holders.delete(client);
      const [next, ...others] = this.queues.get(client) ?? [];
      this.queues.set(client, others);
      next?.();
    }
  }
}

/** A tab with an open board. */
export interface FakeTab {
  readonly session: BoardSession;
  /** Somebody looks at it again, or the network says that it is back. */
  wake(): void;
  /** Nobody looks at it any more. */
  hide(): void;
  /** Ends it without a word: nothing more is stored or sent. */
  crash(): void;
}
