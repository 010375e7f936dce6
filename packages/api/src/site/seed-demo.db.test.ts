import { type SeedContext, users } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppDefinition, defineApp } from '../define-app.ts';
import { router } from '../trpc/procedures.ts';
import { seedDemo } from './seed-demo.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.[Symbol.asyncDispose]());

function app(seed: (ctx: SeedContext) => Promise<void>): AppDefinition {
  const base = { name: 'sample', title: 'Sample', description: 'For tests.', schema: {} };
  return defineApp({ ...base, router: router({}), migrations: new URL('./', import.meta.url), seed });
}

const failureOf = (seed: (ctx: SeedContext) => Promise<void>) =>
  seedDemo([app(seed)], { app: db.logins.app, service: db.logins.service }).then(
    () => '',
    (error: Error) => error.message,
  );

describe('demonstration data that cannot be added', () => {
  it('says which app, what was refused and how to start without it, and nothing of what was to be written', async () => {
    const secret = 'what a person wrote';
    const message = await failureOf(({ service }) =>
      service.asService('demonstration data', async (tx) => {
        await tx.select().from(users).where(eq(users.id, secret));
      }),
    );

    expect(message).toMatch(
      /^The demonstration data of Sample .* \(22P02, at .*seed-demo\.db\.test\.ts:\d+:\d+\)/,
    );
    expect(message).toContain('DEMO=off');
    expect(message).not.toContain(secret);
    expect(message).not.toContain('select');
  });

  it('says what an app itself says', async () => {
    const message = await failureOf(() => Promise.reject(new Error('There is nobody to write for.')));

    expect(message).toContain('could not be added: There is nobody to write for.');
  });
});
