import type { Clock } from './clock';

/** Lets go of what was held. */
export type Release = () => void;

/** Says which browser sessions' tabs are still there, so that one tab alone speaks for each. */
export interface ClientLocks {
  /** Fulfilled once no other tab holds this browser session any more; rejected when `signal` ends the waiting. */
  hold(client: string, signal: AbortSignal): Promise<Release>;
}

/** The Web Locks API: a lock ends with its tab, however that ends. */
export class WebLocks implements ClientLocks {
  constructor(private readonly manager: LockManager) {}

  hold(client: string, signal: AbortSignal): Promise<Release> {
    return new Promise((resolve, reject) => {
      const whileHeld = (): Promise<void> => new Promise<void>((release) => resolve(() => release()));
      this.manager.request(`cocreate-client-${client}`, { signal }, whileHeld).catch(reject);
    });
  }
}

const askAgainMs = 5_000;
const answerWithinMs = 300;

/**
 * For pages without Web Locks (plain HTTP by an address of the local network): tabs ask one another. A frozen tab does not answer,
 * so two may speak for one session; that is harmless, for a number is decided once however often and from wherever it is sent.
 */
export class AskingLocks implements ClientLocks {
  private readonly held = new Set<string>();

  constructor(
    private readonly channel: BroadcastChannel,
    private readonly clock: Clock,
  ) {
    channel.addEventListener('message', ({ data }: MessageEvent<{ ask?: string }>) => {
      if (data.ask !== undefined && this.held.has(data.ask)) {
        channel.postMessage({ held: data.ask });
      }
    });
  }

  async hold(client: string, signal: AbortSignal): Promise<Release> {
    while (await this.isHeldElsewhere(client)) {
      await new Promise<void>((resolve) => this.clock.after(askAgainMs, resolve));
      signal.throwIfAborted();
    }
    signal.throwIfAborted();
    this.held.add(client);
    return () => this.held.delete(client);
  }

  private isHeldElsewhere(client: string): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (held: boolean): void => {
        this.channel.removeEventListener('message', hear);
        resolve(held);
      };
      const hear = ({ data }: MessageEvent<{ held?: string }>): void => {
        if (data.held === client) {
          finish(true);
        }
      };
      this.channel.addEventListener('message', hear);
      this.channel.postMessage({ ask: client });
      this.clock.after(answerWithinMs, () => finish(false));
    });
  }
}
