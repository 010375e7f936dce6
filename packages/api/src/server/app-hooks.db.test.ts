import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedSecret, sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';
import { AppError } from '../errors/app-error.ts';
import { defineApp } from '../index.ts';

const taken: { body: string; signature: string | null; at: string; role: string }[] = [];
const now = new Date('2027-03-14T07:00:00Z');
const paid = defineApp({
  ...sampleApp,
  hooks: [
    {
      path: '/payments/webhook',
      async take({ body, headers, now: clock, asService }) {
        const signature = headers.get('x-signature');
        if (signature === 'forged') throw new AppError('BAD_INPUT');
        if (signature === 'broken') throw new Error(plantedSecret);
        const [row] = await asService('test', (tx) =>
          tx.execute<{ role: string }>(sql`select current_user as role`),
        );
        const text = new TextDecoder().decode(body);
        taken.push({ body: text, signature, at: clock().toISOString(), role: row?.role ?? '' });
      },
    },
    { path: '/payments/limited', limit: { max: 2, per: 'hour' }, take: async () => undefined },
  ],
});

let server: TestServer<typeof paid.router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [paid], now: () => now });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const post = (body: string | ReadableStream, headers: Record<string, string> = {}, path = 'webhook') =>
  fetch(`${server.url}/sample/payments/${path}`, {
    method: 'POST',
    body,
    headers,
    ...(typeof body !== 'string' && { duplex: 'half' }),
  });

describe('what another service posts', () => {
  it('arrives byte by byte without session, header or content type, and only the service has rights', async () => {
    const body = '{"a" : 1,\r\n "b":"ü"}';
    const response = await post(body, {
      'x-signature': 'right',
      'content-type': 'text/plain',
      origin: 'https://provider.example',
    });

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(taken).toEqual([{ body, signature: 'right', at: now.toISOString(), role: 'commons_service' }]);
  });

  it.each([
    ['forged', 400, 'BAD_INPUT'],
    ['broken', 500, 'INTERNAL'],
  ])(
    'that is %s is answered %i in the one vocabulary, and nothing is given away',
    async (kind, status, code) => {
      const response = await post('{}', { 'x-signature': kind });
      const text = await response.text();

      expect(response.status).toBe(status);
      expect(JSON.parse(text)).toMatchObject({ code });
      expect(text + server.logText()).not.toContain(plantedSecret);
    },
  );

  it('is refused beyond 256 kB, with and without a length', async () => {
    const large = 'x'.repeat(256 * 1024 + 1);
    const before = taken.length;

    expect((await post(large)).status).toBe(413);
    expect((await post(new Blob([large]).stream())).status).toBe(413);
    expect((await post(large.slice(1))).status).toBe(200);
    expect(taken).toHaveLength(before + 1);
  });

  it('has a limit for each client', async () => {
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await post('', {}, 'limited')).status);

    expect(statuses).toEqual([200, 200, 429]);
  });

  it('is not there by any other method or path, and names no path in figures', async () => {
    const paths = ['/sample/payments/webhook', '/sample/payments/other'];
    const answers = await Promise.all(paths.map((path) => fetch(server.url + path)));
    const metrics = await (await fetch(`${server.url}/metrics`)).text();

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(metrics).toContain('route="/sample/payments/{route}"');
  });

  it('that would stand in the way of pages or procedures is refused at start', async () => {
    const hooks = [{ path: '/trpc/webhook', take: async () => undefined }];
    await expect(
      startTestServer({ apps: [defineApp({ ...sampleApp, hooks })], db: server.db }),
    ).rejects.toThrow('needs a path like');
  });
});
