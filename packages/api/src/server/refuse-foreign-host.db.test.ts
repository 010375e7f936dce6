import { type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer } from '../../testing/index.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase([sampleApp]);
});
afterAll(() => db?.[Symbol.asyncDispose]());

const api = '/sample/trpc/failures.input?input=%7B%22amount%22%3A1%7D';

/** A request under any name, which fetch does not let anybody choose. */
async function get(localUrl: string, path: string, host: string): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  request(localUrl + path, { headers: { host }, agent: false }, async (response) =>
    resolve({ status: response.statusCode, headers: response.headers, body: await text(response) }),
  )
    .on('error', reject)
    .end();
  return promise;
}

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

describe('a domain that was made to resolve to this machine', () => {
  it('gets neither data nor pages, and says where to go', async () => {
    await using server = await startTestServer({ apps: [sampleApp], db });
    for (const path of [api, '/api/apps', '/api/auth/get-session', '/', '/account']) {
      const { status, headers, body } = await get(server.localUrl, path, 'evil.example:3000');

      expect(status).toBe(403);
      expect(body).toContain('CROSS_SITE');
      expect(body).toContain(`Open ${server.url}, or have PUBLIC_URL set`);
      expect(headers['x-frame-options']).toBe('DENY');
    }
  });

  it('gets nothing from a development server either', async () => {
    const asked: string[] = [];
    const development = {
      middleware({ url }: IncomingMessage, _: ServerResponse, next: () => void) {
        asked.push(url ?? '');
        next();
      },
      html: async () => 'sources',
    };
    await using server = await startTestServer({ apps: [sampleApp], db, development });
    const foreign = await get(server.localUrl, '/sample/main.tsx', 'evil.example');
    await get(server.localUrl, '/sample/own.tsx', 'localhost:3000');

    expect(foreign.status).toBe(403);
    expect(asked).toEqual(['/sample/own.tsx']);
  });
});

describe('the own names', () => {
  it('are localhost and every IP address where no public one is configured', async () => {
    await using server = await startTestServer({ apps: [sampleApp], db });
    const statuses = ['localhost:3000', '127.0.0.1', '192.168.1.20:8080', '[::1]:3000'].map(
      async (host) => (await get(server.localUrl, api, host)).status,
    );

    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200]);
  });

  it('are the public one alone where it is configured', async () => {
    const publicUrl = new URL('https://commons.example.org');
    await using server = await startTestServer({ apps: [sampleApp], db, env: { publicUrl } });
    const statuses = ['commons.example.org', 'commons.example.org:8443', 'localhost', '127.0.0.1'].map(
      async (host) => (await get(server.localUrl, api, host)).status,
    );

    expect(await Promise.all(statuses)).toEqual([200, 200, 403, 403]);
  });

  it('do not matter to a load balancer that asks for health', async () => {
    await using server = await startTestServer({ apps: [sampleApp], db });
    const statuses = ['/healthz', '/readyz'].map(
      async (path) => (await get(server.localUrl, path, 'backend-7')).status,
    );

    expect(await Promise.all(statuses)).toEqual([200, 200]);
  });
});
