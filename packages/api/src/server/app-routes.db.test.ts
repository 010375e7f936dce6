import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedSecret, sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';
import { AppError } from '../errors/app-error.ts';
import { defineApp } from '../index.ts';

const feeds = defineApp({
  ...sampleApp,
  routes: [
    {
      path: '/feeds/:file',
      async answer({ params, asAnon, now, requestId }) {
        if (params.file === 'broken') throw new Error(plantedSecret);
        if (params.file !== 'known.ics') throw new AppError('NOT_FOUND');
        const [row] = await asAnon((tx) =>
          tx.execute<{ role: string; user: string | null }>(
            sql`select current_user as role, app.user_id() as user`,
          ),
        );
        return {
          body: JSON.stringify({ ...row, at: now().toISOString(), requestId }),
          contentType: 'text/calendar; charset=utf-8',
          headers: { 'content-disposition': 'inline; filename="doses.ics"' },
        };
      },
    },
    {
      path: '/stop/:token',
      limit: { max: 4, per: 'hour' },
      answer: async ({ params }) => ({ body: `Stop ${params.token}?`, contentType: 'text/plain' }),
      async receive({ params, asAnon }) {
        const [row] = await asAnon((tx) => tx.execute<{ role: string }>(sql`select current_user as role`));
        return { body: `${row?.role} stopped ${params.token}`, contentType: 'text/plain' };
      },
    },
    {
      path: '/limited/:file',
      limit: { max: 2, per: 'hour' },
      answer: async () => ({
        body: 'x',
        contentType: 'text/plain',
        headers: { 'cache-control': 'max-age=60' },
      }),
    },
  ],
});

let server: TestServer<typeof feeds.router>;
const now = new Date('2027-03-14T07:00:00Z');
beforeAll(async () => {
  server = await startTestServer({ apps: [feeds], now: () => now });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const get = (path: string, init: RequestInit = {}) => fetch(server.url + path, init);

describe('a plain route of an app', () => {
  it('answers as nobody, also to somebody with a session, and nobody keeps the answer', async () => {
    const anna = await server.signUp();
    const response = await anna.request('/sample/feeds/known.ics');
    const { headers } = response;

    expect(await response.json()).toEqual({
      role: 'anon',
      user: null,
      at: now.toISOString(),
      requestId: headers.get('x-request-id'),
    });
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('doses.ics');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect((await get('/sample/limited/a')).headers.get('cache-control')).toBe('max-age=60');
  });

  it('answers HEAD without a body', async () => {
    const response = await get('/sample/feeds/known.ics', { method: 'HEAD' });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await response.text()).toBe('');
  });

  it.each([
    ['what is not there', '/sample/feeds/unknown.ics', 'GET', 404, 'NOT_FOUND'],
    ['what lies deeper', '/sample/feeds/known.ics/more', 'GET', 404, 'NOT_FOUND'],
    ['another method', '/sample/feeds/known.ics', 'POST', 404, 'NOT_FOUND'],
    ['a failure', '/sample/feeds/broken', 'GET', 500, 'INTERNAL'],
  ])('answers %s in the one vocabulary, and gives nothing away', async (_, path, method, status, code) => {
    const response = await get(path, { method });
    const text = await response.text();

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(text)).toMatchObject({ code, requestId: response.headers.get('x-request-id') });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(text).not.toContain(plantedSecret);
    expect(server.logText()).not.toContain(plantedSecret);
  });

  it('does by a POST of anybody what only a POST may do, as nobody and within the limit', async () => {
    const anna = await server.signUp();
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' };
    const post = (cookie = '') =>
      get('/sample/stop/secret', { method: 'POST', headers: { ...form, cookie }, body: 'Stop=Now' });

    expect(await (await get('/sample/stop/secret')).text()).toBe('Stop secret?');
    expect(await (await post(anna.cookie)).text()).toBe('anon stopped secret');
    const statuses = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await post()).status);
    expect(statuses.at(-1)).toBe(429);
    expect(server.logText()).not.toContain('/stop/secret');
  });

  it('has a limit for each client', async () => {
    await get('/sample/limited/b');
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await get('/sample/limited/c')).status);

    expect(statuses.at(-1)).toBe(429);
    const refused = await get('/sample/limited/d');
    expect(await refused.json()).toMatchObject({ code: 'RATE_LIMITED' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('names no secret of its path in logs and figures, wherever below it that stands', async () => {
    await get('/sample/feeds/planted-token.ics');
    await get('/sample/feeds/planted-token/deeper?planted-token');
    await get('/sample/feeds/planted-token.ics', { method: 'PUT' });
    const metrics = await (await get('/metrics')).text();

    expect(server.logText()).toContain('"path":"/sample/feeds/{route}"');
    expect(server.logText()).not.toContain('planted-token');
    expect(metrics).toContain('route="/sample/feeds/{route}"');
    expect(metrics).not.toContain('planted-token');
  });

  it.each([
    '/trpc/:file',
    '/assets/:file',
    '/:file',
    '/',
    '/feeds',
    '/sign-in/:way',
    '/Feeds/:file',
    '/a/../b',
  ])('that would stand in the way of pages or procedures is refused at start: %s', async (path) => {
    const answer = async () => ({ body: '', contentType: 'text/plain' });
    await expect(
      startTestServer({ apps: [defineApp({ ...sampleApp, routes: [{ path, answer }] })], db: server.db }),
    ).rejects.toThrow('needs a path like /feeds/:file');
  });
});
