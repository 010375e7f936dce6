import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';

describe('two servers on one database', () => {
  let db: TestDatabase;
  let first: TestServer<typeof sampleApp.router>;
  let second: TestServer<typeof sampleApp.router>;
  beforeAll(async () => {
    db = await createTestDatabase();
    [first, second] = await Promise.all([
      startTestServer({ apps: [sampleApp], db }),
      startTestServer({ apps: [sampleApp], db }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([first?.[Symbol.asyncDispose](), second?.[Symbol.asyncDispose]()]);
    await db?.[Symbol.asyncDispose]();
  });

  it('bring what happens at one to the streams of the other', async () => {
    const phone = await first.signUp();
    const laptop = await second.signIn(phone);
    const counted = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const subscription = laptop.client.live.count.subscribe(
      { from: 0 },
      { onData: ({ data }) => (data.count === 1 ? begun : counted).resolve() },
    );
    await begun.promise;
    await phone.client.live.tick.mutate();
    await counted.promise;
    subscription.unsubscribe();
  });

  it('end a person’s streams at the one when another device signs everybody else out at the other', async () => {
    const phone = await first.signUp();
    const laptop = await second.signIn(phone);
    const ended = Promise.withResolvers<string | undefined>();
    const begun = Promise.withResolvers<void>();
    laptop.client.live.count.subscribe(
      { from: 0 },
      { onData: () => begun.resolve(), onError: ({ data }) => ended.resolve(data?.code) },
    );
    await begun.promise;
    await phone.request('/api/auth/revoke-other-sessions', {});

    expect(await ended.promise).toBe('UNAUTHENTICATED');
  });
});
