import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import getPort from 'get-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer } from '../../testing/index.ts';
import { defineApp, publicProcedure, router } from '../index.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.[Symbol.asyncDispose]());

/** An app whose one procedure answers when the test lets it. */
function slowApp(onStop?: () => Promise<void>) {
  const entered = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const app = defineApp({
    ...sampleApp,
    name: 'slow',
    router: router({
      wait: publicProcedure.query(async () => {
        entered.resolve();
        await gate.promise;
        return 'done';
      }),
    }),
    start: () => onStop ?? (() => undefined),
  });
  return { app, entered: entered.promise, open: gate.resolve };
}

describe('starting', () => {
  it('is refused with a login that could step around row-level security', async () => {
    const database = openDatabase({ url: db.adminUrl });

    await expect(startTestServer({ apps: [sampleApp], db, database })).rejects.toThrow(/superuser/);
    await database.close();
  });

  it('is refused on a database that is not migrated, with the command that helps', async () => {
    await using empty = await createTestDatabase([], { empty: true });

    await expect(startTestServer({ apps: [sampleApp], db: empty })).rejects.toThrow(
      /pnpm db (upgrade|setup)/,
    );
  });

  it('takes another port when the usual one is taken, and says so by its address', async () => {
    await using first = await startTestServer({ apps: [sampleApp], db, env: { port: undefined } });
    await using second = await startTestServer({ apps: [sampleApp], db, env: { port: undefined } });

    expect(first.url).not.toBe(second.url);
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
  });

  it('fails with what to do when the port that was asked for is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;

    await expect(startTestServer({ apps: [sampleApp], db, env: { port } })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use. Set PORT to a free port, or leave it out.`,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  it('ends what it had begun when an app cannot start', async () => {
    const broken = defineApp({
      ...sampleApp,
      start: () => Promise.reject(new Error('no such thing')),
    });
    const env = { port: await getPort({ host: '127.0.0.1' }) };

    await expect(startTestServer({ apps: [broken], db, env })).rejects.toThrow('no such thing');
    await using server = await startTestServer({ apps: [sampleApp], db, env });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

describe('a request that takes too long', () => {
  it('is answered with word to try again', async () => {
    const { app, open } = slowApp();
    await using server = await startTestServer({ apps: [app], db, answerTimeoutMs: 20 });
    const response = await server.visitor.request('/slow/trpc/wait');
    open();

    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { data: { code: 'UNAVAILABLE' } } });
  });
});

describe('stopping', () => {
  it('says so first, and serves everybody until a load balancer can have noticed', async () => {
    await using server = await startTestServer({ apps: [sampleApp], db, env: { shutdownDelayMs: 4_000 } });
    const closing = server.close();
    const ready = fetch(`${server.url}/readyz`).then(async (response) => [
      response.status,
      await response.json(),
    ]);
    const served = server.visitor.request('/sample/trpc/contexts.isFrozenForVisitors');

    await expect(ready).resolves.toEqual([503, { status: 'stopping' }]);
    await expect(served).resolves.toMatchObject({ status: 200 });
    await closing;
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('answers what was under way, accepts nothing new, and lets apps finish', async () => {
    const stopped = Promise.withResolvers<void>();
    const { app, entered, open } = slowApp(() => stopped.promise);
    await using server = await startTestServer({ apps: [app], db });
    const answer = server.visitor.client.wait.query();
    await entered;
    const closing = server.close();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    open();
    expect(await answer).toBe('done');
    stopped.resolve();
    await closing;

    expect(server.logText()).toContain('"msg":"stopped"');
    expect(server.logText()).not.toContain('did not finish in time');
  });

  it('does not wait for ever', async () => {
    const { app, entered } = slowApp();
    await using server = await startTestServer({ apps: [app], db, env: { shutdownTimeoutMs: 20 } });
    const answer = server.visitor.client.wait.query().catch(() => 'cut off');
    await entered;
    await server.close();

    expect(await answer).toBe('cut off');
    expect(server.logText()).toContain('did not finish in time');
  });
});
