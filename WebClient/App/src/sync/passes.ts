import type { EmbedAnswer } from '../wire';
import type { Cancel, Clock } from './clock';
import type { Access, Fetched } from './connection';

/** The part of a pass's time after which the next one is fetched. */
const renewAfter = 0.8;

/** The shortest time between two passes, in milliseconds, however short their time is. */
const shortestMs = 5_000;

/** What a page in a frame may see a board by: a pass of a quarter of an hour, and the next one before it ends. */
export class Passes {
  private held: EmbedAnswer | null = null;
  private planned: Cancel = () => undefined;
  private readonly addresses = new Map<string, { readonly pass: EmbedAnswer; readonly address: string }>();

  /**
   * @param clock Time.
   * @param ahead How far the server's clock is ahead of this one, in milliseconds.
   * @param fetchPass Exchanges the secret for a pass, or says why there is none.
   */
  constructor(
    private readonly clock: Clock,
    private readonly ahead: () => number,
    private readonly fetchPass: () => Promise<EmbedAnswer | Exclude<Fetched, object>>,
  ) {}

  /** A pass that is good now. Rejected where there is none. */
  async now(): Promise<string> {
    if (this.held === null || this.held.until <= this.serverNow()) {
      const access = await this.renew();
      if (access !== 'member') {
        throw new Error('There is no pass');
      }
    }
    return this.held?.pass ?? '';
  }

  /** Fetches the next pass. Where there is none any more the answer says so, and nothing is fetched by itself until somebody asks again. */
  async renew(): Promise<Access> {
    this.planned();
    const found = await this.fetchPass();
    if (typeof found === 'object') {
      this.held = found;
      const left = (found.until - this.serverNow()) * renewAfter;
      this.planned = this.clock.after(Math.max(shortestMs, left), () => void this.renew());
      return 'member';
    }
    return found === 'notFound' ? 'notMember' : found;
  }

  /** An address with a pass in it, for what takes no header. It stays the same for as long as that pass is good, so that nothing is fetched twice. */
  address(path: string): string {
    const { held } = this;
    const known = this.addresses.get(path);
    if (held === null || (known !== undefined && known.pass.until > this.serverNow())) {
      return known?.address ?? path;
    }
    const address = `${path}?pass=${encodeURIComponent(held.pass)}`;
    this.addresses.set(path, { pass: held, address });
    return address;
  }

  stop(): void {
    this.planned();
  }

  private serverNow(): number {
    return this.clock.now() + this.ahead();
  }
}
