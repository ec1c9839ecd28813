import type { ConnectionState } from './connection';
import type { Link, SyncStatus } from './session';
import { Cell } from './source';

/** What a board's standing with its server is found from. */
export interface Standing {
  readonly state: ConnectionState;
  readonly closed: boolean;
  /** Whether something is on the screen. */
  readonly shown: boolean;
  readonly caughtUp: boolean;
  readonly unsent: number;
  readonly safe: boolean;
  readonly retryAt: number;
  readonly asOf: number;
}

/** Says how a board stands with its server, and only when that is something else than before. */
export class StatusTeller extends Cell<SyncStatus> {
  constructor() {
    super({ link: 'connecting', unsent: 0, allSaved: true, safe: true, retryAt: 0, asOf: 0 });
  }

  tell(standing: Standing): void {
    const { unsent, safe, retryAt, asOf } = standing;
    const now = this.get();
    const next = { link: linkOf(standing), unsent, allSaved: unsent === 0, safe, retryAt, asOf };
    const same =
      next.link === now.link &&
      unsent === now.unsent &&
      safe === now.safe &&
      retryAt === now.retryAt &&
      asOf === now.asOf;
    if (!same) {
      this.set(next);
    }
  }
}

function linkOf({ state, closed, shown, caughtUp }: Standing): Link {
  if (closed) {
    return 'closed';
  }
  if (state === 'joined') {
    return caughtUp ? 'live' : 'catchingUp';
  }
  return state === 'connecting' && shown ? 'catchingUp' : state;
}
