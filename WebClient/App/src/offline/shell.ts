/** What a build of this client consists of. */
export interface Built {
  /** The hash in the page's name of its build (PROTOCOL R95). */
  readonly hash: string;
  /** Paths of its files, without the page itself. */
  readonly files: readonly string[];
}

/** The one page; every address of the client shows it. */
const page = '/';

const prefix = 'cocreate-shell-';

/** A server that has not sent the page after so long, in milliseconds, is taken to be away. */
export const patienceMs = 5_000;

/** A proxy's answers when there is no server behind it. */
const away: readonly number[] = [502, 503, 504];

/** Addresses that are the server's own, and never the page. */
const serverPaths = /^\/(api|hub|health|openapi)(\/|$)/;

/** What of the browser the shell works with. */
export interface ShellWays {
  readonly caches: CacheStorage;
  fetch(request: Request | string, init?: RequestInit): Promise<Response>;
  after(ms: number): Promise<void>;
}

/**
 * The page and its files, kept so that a board can be opened and loaded anew while the server is away. One build is kept whole or not at all,
 * so that files of two never meet. While the server is there it alone says what the page is.
 */
export class Shell {
  constructor(
    private readonly built: Built,
    private readonly ways: ShellWays,
  ) {}

  /** Fetches all of this build. Fails where the server has another one by now, or one file is missing: then it is tried again later. */
  async install(): Promise<void> {
    const { caches, fetch } = this.ways;
    const sent = await fetch(page, { cache: 'no-cache' });
    if (!sent.ok || sent.redirected || !(await sent.clone().text()).includes(`-${this.built.hash}"`)) {
      throw new Error('The server has another page');
    }
    const cache = await caches.open(this.name);
    await cache.addAll([...this.built.files]);
    await cache.put(page, sent);
  }

  /** Forgets other builds. */
  async activate(): Promise<void> {
    const { caches } = this.ways;
    for (const name of await caches.keys()) {
      if (name.startsWith(prefix) && name !== this.name) {
        await caches.delete(name);
      }
    }
  }

  /** How a request is answered; null to leave it to the browser. */
  answer(request: Request): Promise<Response> | null {
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET') {
      return null;
    }
    if (request.mode === 'navigate') {
      return serverPaths.test(pathname) ? null : this.openPage(request);
    }
    return this.built.files.includes(pathname) ? this.file(request) : null;
  }

  private async openPage(request: Request): Promise<Response> {
    const asked = this.ways.fetch(request);
    const answer = await Promise.race([asked.catch(() => null), this.ways.after(patienceMs).then(() => null)]);
    if (answer !== null && !away.includes(answer.status)) {
      return answer;
    }
    return (await this.kept(page)) ?? answer ?? asked;
  }

  private async file(request: Request): Promise<Response> {
    return (await this.kept(new URL(request.url).pathname)) ?? this.ways.fetch(request);
  }

  private async kept(path: string): Promise<Response | undefined> {
    return (await this.ways.caches.open(this.name)).match(path);
  }

  private get name(): string {
    return prefix + this.built.hash;
  }
}
