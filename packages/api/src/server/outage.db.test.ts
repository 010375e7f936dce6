import { openDatabase } from '@commons/shared-db';
import { openServiceDatabase } from '@commons/shared-db/service';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseProxy, databaseProxy } from '../../test-app/database-proxy.ts';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';

type Router = typeof sampleApp.router;

let db: TestDatabase;
let proxy: DatabaseProxy;
let server: TestServer<Router>;
let anna: TestPerson<Router>;
beforeAll(async () => {
  db = await createTestDatabase();
  proxy = await databaseProxy(db.logins.app);
  server = await startTestServer({
    apps: [sampleApp],
    db,
    database: openDatabase({ url: proxy.through(db.logins.app) }),
    service: openServiceDatabase({ url: proxy.through(db.logins.service) }),
  });
  anna = await server.signUp();
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await proxy?.[Symbol.asyncDispose]();
  await db?.[Symbol.asyncDispose]();
});

describe('while the database is away', () => {
  it('requests fail with a request id and a neutral text, and work again afterwards', async () => {
    await proxy.outage(async () => {
      const response = await anna.request('/sample/trpc/people.me');
      const { error } = (await response.json()) as {
        error: { message: string; data: { requestId: string } };
      };

      expect(response.status).toBe(503);
      expect(error.data.requestId).toBe(response.headers.get('x-request-id'));
      expect(error.message).not.toMatch(/commons_|database|permission/i);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    });

    await expect
      .poll(async () => (await anna.request('/sample/trpc/people.me')).status, { timeout: 10_000 })
      .toBe(200);
  });

  it('a stream is told in its own protocol, and comes back by itself', async () => {
    const carla = await server.signUp();
    const states: string[] = [];
    const arrived = Promise.withResolvers<number>();
    const waiting = Promise.withResolvers<void>();
    let subscription: { unsubscribe(): void } | undefined;
    await proxy.outage(async () => {
      subscription = carla.client.live.count.subscribe(
        { from: 0 },
        {
          onConnectionStateChange: ({ state, error }) => {
            states.push(state);
            if (error) waiting.resolve();
          },
          onData: ({ data }) => arrived.resolve(data.count),
          onError: (error) => arrived.reject(error),
        },
      );
      await waiting.promise;
    });

    expect(await arrived.promise).toBe(1);
    expect(states.at(-1)).toBe('pending');
    subscription?.unsubscribe();
  });

  it('signing out does not pretend to have worked', async () => {
    const ben = await server.signUp();
    await proxy.outage(async () => {
      const response = await ben.request('/api/auth/sign-out', {});

      expect(response.status).toBe(503);
      expect(response.headers.getSetCookie()).toEqual([]);
    });

    await expect
      .poll(async () => (await ben.request('/sample/trpc/people.me')).status, { timeout: 10_000 })
      .toBe(200);
  });
});
