import type { Membership, Snapshot } from '../wire';
import type { Cancel, Clock } from './clock';

/** A board as this browser saw it last. */
export interface KeptBoard {
  readonly board: string;
  /** When it was true, Unix milliseconds. */
  readonly at: number;
  readonly me: Membership;
  /** What the server had confirmed; what is unsent is kept apart. */
  readonly snapshot: Snapshot;
}

/** Where boards are kept for when their server cannot be reached. */
export interface BoardMemory {
  /** The board as this build of the client kept it; null for none. */
  read(board: string): Promise<KeptBoard | null>;
  keep(kept: KeptBoard): Promise<void>;
  forget(board: string): Promise<void>;
}

/** Keeps nothing: for what is not to be seen again without the server. */
export const noBoardMemory: BoardMemory = {
  read: () => Promise.resolve(null),
  keep: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

/** A board is kept so long after it was loaded, in milliseconds: by then the page has nothing more urgent to do. */
const settledMs = 5_000;

/** A server that has not shown the board after so long, in milliseconds, is not waited for: the board is shown as it was last. */
const patienceMs = 4_000;

/** What keeping a board asks of it. */
export interface Keepable {
  /** The board as it is confirmed; null while there is nothing of the server's to keep. */
  confirmed(): Omit<KeptBoard, 'board' | 'at'> | null;
  /** Whether something is on the screen. */
  isShown(): boolean;
  show(kept: KeptBoard): void;
}

/**
 * Keeps a board in this browser, so that whoever opens it while its server is away sees it as it was last. It is kept when it has been
 * loaded, when the connection is lost, and when nobody looks at it any more: not with each change, which would hold up what people do.
 */
export class BoardKeeper {
  private kept = { epoch: 0, seq: 0 };
  private plan: Cancel | undefined;
  private ended = false;

  constructor(
    private readonly board: string,
    private readonly clock: Clock,
    private readonly memory: BoardMemory,
    private readonly of: Keepable,
  ) {
    this.plan = clock.after(patienceMs, () => void this.recall());
  }

  /** Changes flow: it is kept soon. */
  live(): void {
    this.plan?.();
    this.plan = this.clock.after(settledMs, () => this.keep());
  }

  /** Keeps what is confirmed now, unless that is kept already. */
  keep(): void {
    const now = this.ended ? null : this.of.confirmed();
    if (now !== null && (now.snapshot.epoch !== this.kept.epoch || now.snapshot.seq !== this.kept.seq)) {
      this.kept = now.snapshot;
      this.memory.keep({ board: this.board, at: this.clock.now(), ...now }).catch(() => {
        this.kept = { epoch: 0, seq: 0 };
      });
    }
  }

  /** Shows what was kept, where nothing is shown yet. */
  async recall(): Promise<void> {
    const kept = this.of.isShown() ? null : await this.memory.read(this.board).catch(() => null);
    if (kept !== null && !this.of.isShown() && !this.ended) {
      this.of.show(kept);
    }
  }

  /** Whoever may not see the board any more has no copy of it either. */
  forget(): void {
    this.kept = { epoch: 0, seq: 0 };
    this.memory.forget(this.board).catch(() => undefined);
  }

  end(): void {
    this.plan?.();
    this.keep();
    this.ended = true;
  }
}
