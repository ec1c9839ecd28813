import type { Clock } from './clock';
import type { ClientLocks, Release } from './locks';
import type { CommandStorage, StoredCommand } from './storage';

/** Storage that does not answer for so long, in milliseconds, is not waited for. */
const storageTimeoutMs = 3_000;

/** What finding out who speaks for which browser session needs. */
export interface Estate {
  readonly clock: Clock;
  readonly storage: CommandStorage;
  readonly locks: ClientLocks;
}

/**
 * Speaks for browser sessions: for this tab's own, and for those whose tabs ended with commands unsent, from the moment that no other tab
 * does. One tab alone speaks for each.
 */
export class Inheritance {
  private readonly leaving = new AbortController();
  private readonly releases: Release[] = [];

  /** @param adopt takes over the commands of a session whose tab is gone. */
  constructor(
    private readonly board: string,
    private readonly around: Estate,
    private readonly adopt: (commands: readonly StoredCommand[]) => void,
  ) {}

  /** Speaks for this tab's session from now on, and for others as soon as that can be. Fulfilled when it is known which others there are. */
  async begin(own: string): Promise<void> {
    this.hold(own);
    const clients = new Set((await this.stored()).map(({ client }) => client));
    clients.delete(own);
    for (const client of clients) {
      this.hold(client, () => void this.inherit(client));
    }
  }

  /** Speaks for one more session until the end. */
  hold(client: string, begin: () => void = () => undefined): void {
    this.around.locks.hold(client, this.leaving.signal).then(
      (release) => {
        if (this.leaving.signal.aborted) {
          release();
        } else {
          this.releases.push(release);
          begin();
        }
      },
      () => undefined,
    );
  }

  /** Speaks for nobody any more. */
  end(): void {
    this.leaving.abort();
    for (const release of this.releases.splice(0)) {
      release();
    }
  }

  private async inherit(client: string): Promise<void> {
    const commands = (await this.stored()).filter((stored) => stored.client === client);
    if (commands.length > 0 && !this.leaving.signal.aborted) {
      this.adopt(commands);
    }
  }

  /** Unsent commands of this board in this browser; none when the browser does not say in time. */
  private stored(): Promise<readonly StoredCommand[]> {
    return new Promise((resolve) => {
      const cancel = this.around.clock.after(storageTimeoutMs, () => resolve([]));
      this.around.storage
        .load(this.board)
        .then(resolve, () => resolve([]))
        .finally(cancel);
    });
  }
}
