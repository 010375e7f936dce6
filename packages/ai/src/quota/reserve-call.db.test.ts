import { type Tx, uuidV7 } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelFinish } from '../port.ts';
import { recordUsage } from '../record-usage.ts';
import { releaseCall, reserveCall } from './reserve-call.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase([], { max: 8 });
});
afterAll(() => db?.[Symbol.asyncDispose]());

const used = (tokens: number): ModelFinish => ({
  reason: 'stop',
  provider: 'tests',
  model: 'tiny',
  inputTokens: Math.floor(tokens / 2),
  cachedInputTokens: null,
  outputTokens: Math.ceil(tokens / 2),
  reasoningTokens: null,
  costUsd: null,
  unpriced: 'unlisted-model',
  usageSource: 'provider',
  pricedOn: null,
});

async function someone() {
  const { id: userId } = await db.createUser();
  const run = <T>(work: (tx: Tx) => Promise<T>) => db.database.asUser({ userId }, work);
  return {
    userId,
    reserve: (tokens: number, tokensPerDay: number, id = uuidV7()) =>
      run((tx) => reserveCall(tx, { id, tokens, tokensPerDay })).then((waitMs) => ({ id, waitMs })),
    end: (id: string, tokens: number) =>
      run(async (tx) => {
        await recordUsage(tx, {
          userId,
          app: 'a',
          purpose: 'p',
          resourceType: 'r',
          resourceId: null,
          finish: used(tokens),
        });
        await releaseCall(tx, id);
      }),
    release: (id: string) => run((tx) => releaseCall(tx, id)),
  };
}

describe('a daily quota of tokens', () => {
  it('is exceeded by at most one call, whatever is reserved, used and given up in any order', async () => {
    const step = fc.record({
      tokens: fc.integer({ min: 1, max: 60 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      ends: fc.constantFrom('now', 'later', 'without use'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200 }),
        fc.array(step, { maxLength: 12 }),
        async (limit, steps) => {
          const anna = await someone();
          let spent = 0;
          let reserved = 0;
          const open: { id: string; use: number; tokens: number }[] = [];
          const end = async ({ id, use, tokens }: (typeof open)[number]) => {
            await anna.end(id, use);
            spent += use;
            reserved -= tokens;
          };
          for (const { tokens, share, ends } of steps) {
            const { id, waitMs } = await anna.reserve(tokens, limit);
            expect(waitMs === undefined).toBe(spent + reserved < limit);
            if (waitMs !== undefined) continue;
            reserved += tokens;
            const call = { id, tokens, use: Math.round(tokens * share) };
            if (ends === 'later') open.push(call);
            else if (ends === 'now') await end(call);
            else {
              await anna.release(id);
              reserved -= tokens;
            }
          }
          for (const call of open) await end(call);
          expect(spent).toBeLessThan(limit + 60);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('lets of fifty calls at once only as many begin as it has room for', async () => {
    const anna = await someone();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => anna.reserve(10, 95)));

    expect(outcomes.filter(({ waitMs }) => waitMs === undefined)).toHaveLength(10);
    for (const { waitMs = 1 } of outcomes) {
      expect(waitMs).toBeGreaterThan(0);
      expect(waitMs).toBeLessThanOrEqual(86_400_000);
    }
  });

  it('is each person’s own, and begins anew every day', async () => {
    const [anna, ben] = [await someone(), await someone()];
    const { id } = await anna.reserve(10, 10);
    await anna.end(id, 10);
    expect((await anna.reserve(1, 10)).waitMs).toBeGreaterThan(0);
    expect((await ben.reserve(1, 10)).waitMs).toBeUndefined();
    await db.admin`update model_usage set created_at = created_at - interval '1 day' where user_id = ${anna.userId}`;

    expect((await anna.reserve(1, 10)).waitMs).toBeUndefined();
  });

  it('has back what a process that was killed had reserved', async () => {
    const anna = await someone();
    await anna.reserve(10, 10);
    expect((await anna.reserve(1, 10)).waitMs).toBeGreaterThan(0);
    await db.admin`update app.model_reservations set expires_at = now() where user_id = ${anna.userId}`;

    expect((await anna.reserve(1, 10)).waitMs).toBeUndefined();
  });

  it('counts a call that is reserved again once', async () => {
    const anna = await someone();
    const { id } = await anna.reserve(6, 10);
    await anna.reserve(6, 10, id);

    expect((await anna.reserve(1, 10)).waitMs).toBeUndefined();
  });
});
