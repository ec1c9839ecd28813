import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, createBoard, createInvite, enter, fetchSnapshot, look, readMembership, revokeInvite } from './api';

interface Request {
  readonly path: string;
  readonly method: string | undefined;
  readonly type: string | null;
  readonly body: unknown;
}

const asked: Request[] = [];

function serve(status: number, body: object | null, headers: Record<string, string> = {}): void {
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const type = new Headers(init.headers).get('Content-Type');
    asked.push({
      path,
      method: init.method,
      type,
      body: init.body === undefined ? undefined : JSON.parse(String(init.body)),
    });
    return Promise.resolve(new Response(body === null ? null : JSON.stringify(body), { status, headers }));
  });
}

afterEach(() => {
  asked.length = 0;
  vi.unstubAllGlobals();
});

describe('requests', () => {
  it('R36 R40 make boards and enter them, as JSON', async () => {
    serve(200, { board: 'board-0001', joinCode: 'ABC234', hostLink: '/h' });
    expect((await createBoard({ title: 'A board', name: 'Ada' })).joinCode).toBe('ABC234');
    await look({ code: 'ABC234' });
    await enter({ board: 'board-0001', secret: 's' }, { name: 'Ada', colour: 'sky' });
    expect(asked).toEqual([
      { path: '/api/boards', method: 'POST', type: 'application/json', body: { title: 'A board', name: 'Ada' } },
      { path: '/api/look', method: 'POST', type: 'application/json', body: { code: 'ABC234' } },
      {
        path: '/api/enter',
        method: 'POST',
        type: 'application/json',
        body: { board: 'board-0001', secret: 's', name: 'Ada', colour: 'sky' },
      },
    ]);
  });

  it('R37 make and revoke invites', async () => {
    serve(200, { id: 'invite-0001', link: '/i' });
    await createInvite('board-0001', { role: 'contributor', maxUses: 3 });
    serve(204, null);
    await revokeInvite('board-0001', 'invite-0001');
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/boards/board-0001/invites',
      'DELETE /api/boards/board-0001/invites/invite-0001',
    ]);
  });

  it('R16 fetch the snapshot', async () => {
    serve(200, { epoch: 1, seq: 2, patches: [] });
    expect(await fetchSnapshot('board-0001', AbortSignal.timeout(1_000))).toEqual({ epoch: 1, seq: 2, patches: [] });
    expect(asked[0]?.path).toBe('/api/boards/board-0001/snapshot');
  });
});

describe('refused requests', () => {
  it('R40 say why, and when to try again', async () => {
    serve(429, { title: 'Too many tries', detail: 'Wait a little.', code: 'tooFast' }, { 'Retry-After': '7' });
    const error = await look({ code: 'ABC234' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 429, code: 'tooFast', retryAfterSeconds: 7, message: 'Wait a little.' });
  });

  it('are told apart from a network that does not answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(readMembership('board-0001')).rejects.toMatchObject({ status: 0, code: null });
  });

  it('are understood even when the answer is not JSON', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 502 })));
    await expect(readMembership('board-0001')).rejects.toMatchObject({ status: 502, code: null });
  });
});
