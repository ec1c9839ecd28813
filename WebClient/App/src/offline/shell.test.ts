import { describe, expect, it } from 'vitest';
import { Shell } from './shell';

const built = { hash: 'abc123', files: ['/assets/index-1.js'] };
const ownPage = '<meta name="bundle" content="17-abc123">';

describe('the page, kept for when the server is away', () => {
  it('is what the server sends, as long as it does', async () => {
    const { shell, server } = await installed();
    server.page = 'a newer page';
    expect(await textOf(shell.answer(visit('/b/board-0001')))).toBe('a newer page');
  });

  it.each(['gone', 502, 503, 504, 'silent'] as const)(
    'is shown at every address of the client while the server is %s',
    async (how) => {
      const { shell, server } = await installed();
      server.is = how;
      expect(await textOf(shell.answer(visit('/b/board-0001')))).toBe(ownPage);
      expect(await textOf(shell.answer(visit('/apiary')))).toBe(ownPage);
    },
  );

  it('does not hide what the server says is wrong', async () => {
    const { shell, server } = await installed();
    server.is = 500;
    expect((await shell.answer(visit('/')))?.status).toBe(500);
  });

  it('never stands for what is the server’s own, and leaves all but its files to the browser', async () => {
    const { shell } = await installed();
    for (const path of ['/api/boards/board-0001/moderation.csv', '/hub', '/health/live', '/openapi/v1.json']) {
      expect(shell.answer(visit(path))).toBeNull();
    }
    expect(shell.answer(request('/assets/other.js'))).toBeNull();
    expect(shell.answer(request('/assets/index-1.js', { method: 'POST' }))).toBeNull();
  });

  it('has its files at hand', async () => {
    const { shell, server } = await installed();
    server.is = 'gone';
    expect(await textOf(shell.answer(request('/assets/index-1.js')))).toBe('file');
  });

  it('is of one build: nothing is kept of a server that has another one', async () => {
    const { shell, server, caches } = made();
    server.page = '<meta name="bundle" content="18-def456">';
    await expect(shell.install()).rejects.toThrow('another page');
    expect(await caches.keys()).toEqual([]);
  });

  it('takes the place of older builds', async () => {
    const { shell, caches } = await installed();
    await caches.open('cocreate-shell-old');
    await caches.open('something-else');
    await shell.activate();
    expect((await caches.keys()).sort()).toEqual(['cocreate-shell-abc123', 'something-else']);
  });

  it('says what the network says where it is not kept', async () => {
    const { shell, server } = made();
    server.is = 503;
    expect((await shell.answer(visit('/')))?.status).toBe(503);
    server.is = 'gone';
    await expect(shell.answer(visit('/'))).rejects.toThrow('no network');
  });
});

interface FakeServer {
  page: string;
  is: 'there' | 'gone' | 'silent' | number;
}

function made(): { shell: Shell; server: FakeServer; caches: CacheStorage } {
  const server: FakeServer = { page: ownPage, is: 'there' };
  const caches = new FakeCaches((path) => answerOf(server, path)) as unknown as CacheStorage;
  const shell = new Shell(built, {
    caches,
    fetch: (asked) => answerOf(server, typeof asked === 'string' ? asked : new URL(asked.url).pathname),
    after: () => (server.is === 'silent' ? Promise.resolve() : new Promise(() => undefined)),
  });
  return { shell, server, caches };
}

async function installed(): Promise<ReturnType<typeof made>> {
  const all = made();
  await all.shell.install();
  return all;
}

function answerOf({ page, is }: FakeServer, path: string): Promise<Response> {
  if (is === 'gone') {
    return Promise.reject(new Error('no network'));
  }
  if (is === 'silent') {
    return new Promise(() => undefined);
  }
  const body = path.startsWith('/assets/') ? 'file' : page;
  return Promise.resolve(is === 'there' ? new Response(body) : new Response('', { status: is }));
}

function request(path: string, init: object = {}): Request {
  return Object.assign(new Request(`https://board.example${path}`, init));
}

/** Somebody goes to an address; only browsers make such requests. */
function visit(path: string): Request {
  return Object.defineProperty(request(path), 'mode', { value: 'navigate' });
}

async function textOf(answer: Promise<Response> | null): Promise<string | undefined> {
  return (await answer)?.text();
}

/** The browser's caches, as far as they are used here. */
class FakeCaches {
  private readonly caches = new Map<string, Map<string, Response>>();

  constructor(private readonly fetch: (path: string) => Promise<Response>) {}

  async open(name: string): Promise<object> {
    const files = this.caches.get(name) ?? new Map<string, Response>();
    this.caches.set(name, files);
    return {
      addAll: async (paths: readonly string[]) => {
        for (const path of paths) {
          files.set(path, await this.fetch(path));
        }
      },
      put: async (path: string, response: Response) => void files.set(path, response),
      match: async (path: string) => files.get(path)?.clone(),
    };
  }

  async keys(): Promise<string[]> {
    return [...this.caches.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.caches.delete(name);
  }
}
