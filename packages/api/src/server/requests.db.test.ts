import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';

type Router = typeof sampleApp.router;

let server: TestServer<Router>;
let anna: TestPerson<Router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp] });
  anna = await server.signUp();
});
afterAll(() => server?.[Symbol.asyncDispose]());

const tick = '/sample/trpc/live.tick';

function post(path: string, headers: Record<string, string>, body = '{}'): Promise<Response> {
  return fetch(server.url + path, { method: 'POST', headers: { cookie: anna.cookie, ...headers }, body });
}

/** Without a length, one chunk on the wire for each. */
function postInChunks(path: string, chunks: string[], { cookie } = anna): Promise<Response> {
  const body = ReadableStream.from(chunks.map((chunk) => new TextEncoder().encode(chunk)));
  const headers = { cookie, ...proper };
  return fetch(server.url + path, { method: 'POST', headers, body, duplex: 'half' });
}

const proper = { 'content-type': 'application/json', 'x-commons': '1' };

describe('what another site can make a browser send', () => {
  it.each([
    ['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a plain form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a text form', { 'content-type': 'text/plain' }],
    ['raw bytes', { 'content-type': 'application/octet-stream' }],
    ['JSON without the header', { 'content-type': 'application/json' }],
  ])('%s is refused as cross-site, by procedures and by sign-in', async (_, headers) => {
    for (const path of [tick, '/api/auth/sign-out']) {
      const response = await post(path, headers);
      expect(response.status).toBe(403);
      expect(JSON.stringify(await response.json())).toContain('CROSS_SITE');
    }
    expect((await anna.request(tick, {})).status).toBe(200);
  });

  it.each(['multipart/form-data; boundary=x', 'application/octet-stream', 'text/plain', ''])(
    'content of type "%s" is refused even with the header',
    async (contentType) => {
      const response = await post(tick, { 'x-commons': '1', 'content-type': contentType });

      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { data: { code: 'BAD_INPUT' } } });
    },
  );

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'https://{host}'])(
    'the origin %s is refused',
    async (template) => {
      const origin = template.replace('{host}', new URL(server.url).host);
      const mutation = await post(tick, { ...proper, origin });
      const query = await fetch(`${server.url}/sample/trpc/people.me`, {
        headers: { cookie: anna.cookie, origin },
      });

      expect([mutation.status, query.status]).toEqual([403, 403]);
      expect(await mutation.json()).toMatchObject({ error: { data: { code: 'CROSS_SITE' } } });
    },
  );

  it('a query that the browser marks as cross-site is refused', async () => {
    const response = await fetch(`${server.url}/sample/trpc/people.me`, {
      headers: { cookie: anna.cookie, 'sec-fetch-site': 'cross-site' },
    });

    expect(response.status).toBe(403);
  });

  it('the own origin is accepted', async () => {
    expect((await post(tick, { ...proper, origin: server.url })).status).toBe(200);
  });

  it('a mutation by GET is refused, and so are other methods', async () => {
    expect((await anna.request(tick)).status).toBe(405);
    const response = await fetch(server.url + tick, { method: 'DELETE', headers: proper });
    expect(response.status).toBe(400);
  });
});

describe('bodies', () => {
  it.each(['/sample/trpc/people.rename', '/api/auth/sign-in/email'])(
    'of more than a megabyte are refused by %s, with and without a length',
    async (path) => {
      const body = JSON.stringify({ name: 'x'.repeat(1_000_001) });
      const answers = [await post(path, proper, body), await postInChunks(path, [body])];

      for (const answer of answers) {
        expect(answer.status).toBe(413);
        expect(JSON.stringify(await answer.json())).toContain('TOO_LARGE');
      }
    },
  );

  it('in chunks, as some proxies send them, are read whole', async () => {
    const renamed = await postInChunks('/sample/trpc/people.rename', ['{"name":', '"Änne', ' B."}']);
    const { email, password } = anna;
    const signIn = JSON.stringify({ email, password });
    const chunks = [signIn.slice(0, 9), signIn.slice(9)];
    const signedIn = await postInChunks('/api/auth/sign-in/email', chunks, server.visitor);

    expect(await renamed.json()).toEqual({ result: { data: { name: 'Änne B.' } } });
    expect(await signedIn.json()).toMatchObject({ user: { id: anna.userId } });
  });

  it('in chunks may be as large as others and no larger', async () => {
    const json = (size: number) => ['{"name":"', 'x'.repeat(size - 11), '"}'];
    const path = '/api/auth/update-user';
    const statuses = [1_000_000, 1_000_001].map(
      async (size) => (await postInChunks(path, json(size))).status,
    );

    expect(await Promise.all(statuses)).toEqual([400, 413]);
  });

  it('that are no JSON get a clear error', async () => {
    const procedure = await post(tick, proper, '{"a":');
    const signIn = await post('/api/auth/sign-in/email', proper, '{"a":');

    expect([procedure.status, signIn.status]).toEqual([200, 400]);
    expect(await signIn.json()).toMatchObject({ code: 'BAD_INPUT', message: 'This is not valid JSON.' });
    expect((await post('/sample/trpc/people.rename', proper, '{"a":')).status).toBe(400);
  });

  it('nested deeper than anybody needs do not harm the server', async () => {
    const body = `{"name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;

    expect((await post('/sample/trpc/people.rename', proper, body)).status).toBe(400);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

describe('request ids', () => {
  it('are new for every request and stand in the log', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await fetch(`${server.url}/healthz`)).headers.get('x-request-id')),
    );

    expect(new Set(ids).size).toBe(2);
    expect(server.logText()).toContain(`"requestId":"${ids[0]}"`);
  });

  it.each([
    ['abcdef-12345678', true],
    ['short', false],
    ['x'.repeat(65), false],
    ['has spaces in it', false],
  ])('from outside (%s) are kept only when they look like one', async (given, kept) => {
    const response = await fetch(`${server.url}/healthz`, { headers: { 'x-request-id': given } });

    expect(response.headers.get('x-request-id') === given).toBe(kept);
  });
});

describe('answers with data', () => {
  it('are never stored or framed, and say who may use them', async () => {
    const { headers } = await anna.request('/sample/trpc/people.me');

    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.has('strict-transport-security')).toBe(false);
  });

  it.each(['/api/apps', '/sample/'])(
    'and pages tell other sites no address, and are no part of their pages: %s',
    async (path) => {
      const { headers } = await server.visitor.request(path);

      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-frame-options')).toBe('DENY');
    },
  );

  it('list the apps, and no logins unless there are demonstration data', async () => {
    expect(await (await server.visitor.request('/api/apps')).json()).toEqual([
      { name: 'sample', title: 'Sample', description: 'What the server promises to apps.', url: '/sample/' },
    ]);
    expect(await (await server.visitor.request('/api/demo-logins')).json()).toEqual([]);
  });

  it('are JSON also where there is nothing', async () => {
    const response = await server.visitor.request('/api/nothing');

    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({
      code: 'NOT_FOUND',
      message: 'This does not exist, or it is not visible to you.',
      requestId: response.headers.get('x-request-id'),
    });
  });
});

describe('health', () => {
  it('answers while the database is there', async () => {
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' });
  });

  it('is alive but not ready when the database is not migrated, and looks once for all who ask', async () => {
    await server.db.admin`update app.migrations set checksum = 'edited' where position = 1`;
    // A good answer is shared for a second.
    const readiness = async () => (await fetch(`${server.url}/readyz`)).status;
    await expect.poll(readiness, { timeout: 5_000 }).toBe(503);
    const checks = () => server.logText().split('"not ready"').length;
    const before = checks();
    const crowd = await Promise.all(Array.from({ length: 30 }, () => fetch(`${server.url}/readyz`)));
    const checked = checks() - before;
    const [ready] = crowd;
    const alive = await fetch(`${server.url}/healthz`);
    await server.db.admin`update app.migrations set checksum = 'edited again' where position = 1`;

    expect([ready?.status, alive.status]).toEqual([503, 200]);
    expect(await ready?.json()).toEqual({ status: 'unavailable' });
    expect(checked).toBeLessThan(crowd.length);
  });
});
