import { type Tx, uuidV7 } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelFinish, ModelPort } from '../port.ts';
import { recordUsage } from '../record-usage.ts';
import { type ModelQuota, releaseCall, reserveCall } from './reserve-call.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase([], { max: 8 });
});
afterAll(() => db?.[Symbol.asyncDispose]());

// A token costs a tenth of a cent.
const costOf = (tokens: number) => (tokens / 1_000).toFixed(8);
const models: Pick<ModelPort, 'priceOf'> = {
  priceOf: ({ inputTokens, outputTokens }) => costOf(inputTokens + outputTokens),
};

const used = (tokens: number): ModelFinish => ({
  reason: 'stop',
  provider: 'tests',
  model: 'tiny',
  inputTokens: Math.floor(tokens / 2),
  cachedInputTokens: null,
  outputTokens: Math.ceil(tokens / 2),
  reasoningTokens: null,
  costUsd: costOf(tokens),
  unpriced: null,
  usageSource: 'provider',
  pricedOn: '2026-11-01',
});

const refused = { waitMs: expect.any(Number) };

type OfTokens = (tokens: number) => ModelQuota;
const inTokens: OfTokens = (tokensPerDay) => ({ tokensPerDay, usdPerDay: 0 });
const inDollars: OfTokens = (tokens) => ({ tokensPerDay: 0, usdPerDay: tokens / 1_000 });

async function someone(quotaOf: OfTokens) {
  const { id: userId } = await db.createUser();
  const run = <T>(work: (tx: Tx) => Promise<T>) => db.database.asUser({ userId }, work);
  return {
    userId,
    reserve: (tokens: number, perDay: number, id = uuidV7(), port = models) => {
      const size = { inputTokens: tokens - 1, outputTokens: 1 };
      const call = { id, ...size, models: port, quota: quotaOf(perDay) };
      return run((tx) => reserveCall(tx, call)).then((waitMs) => ({ id, waitMs }));
    },
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

describe.each([
  ['tokens', inTokens],
  ['dollars', inDollars],
])('a daily quota of %s', (_, quotaOf) => {
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
          const anna = await someone(quotaOf);
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
    const anna = await someone(quotaOf);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => anna.reserve(10, 95)));

    expect(outcomes.filter(({ waitMs }) => waitMs === undefined)).toHaveLength(10);
    for (const { waitMs = 1 } of outcomes) {
      expect(waitMs).toBeGreaterThan(0);
      expect(waitMs).toBeLessThanOrEqual(86_400_000);
    }
  });

  it('is each person’s own, and begins anew every day', async () => {
    const [anna, ben] = [await someone(quotaOf), await someone(quotaOf)];
    const { id } = await anna.reserve(10, 10);
    await anna.end(id, 10);
    expect(await anna.reserve(1, 10)).toMatchObject(refused);
    expect((await ben.reserve(1, 10)).waitMs).toBeUndefined();
    await db.admin`update model_usage set created_at = created_at - interval '1 day' where user_id = ${anna.userId}`;

    expect((await anna.reserve(1, 10)).waitMs).toBeUndefined();
  });

  it('has back what a process that was killed had reserved', async () => {
    const anna = await someone(quotaOf);
    await anna.reserve(10, 10);
    expect(await anna.reserve(1, 10)).toMatchObject(refused);
    await db.admin`update app.model_reservations set expires_at = now() where user_id = ${anna.userId}`;

    expect((await anna.reserve(1, 10)).waitMs).toBeUndefined();
  });

  it('counts a call that is reserved again once', async () => {
    const anna = await someone(quotaOf);
    const { id } = await anna.reserve(6, 10);
    await anna.reserve(6, 10, id);

    expect((await anna.reserve(1, 10)).waitMs).toBeUndefined();
  });
});

describe('a daily quota of tokens and dollars', () => {
  const both: OfTokens = (tokens) => ({ tokensPerDay: 1_000_000, usdPerDay: tokens / 1_000 });

  it('is used up when one of the two is', async () => {
    const [anna, ben] = [await someone(both), await someone(() => ({ tokensPerDay: 10, usdPerDay: 10 }))];
    for (const person of [anna, ben]) {
      expect((await person.reserve(10, 10)).waitMs).toBeUndefined();
      expect(await person.reserve(10, 10)).toMatchObject(refused);
    }
  });

  it('takes no dollars for a call whose price nobody knows', async () => {
    const anna = await someone(both);
    await anna.reserve(10, 10, uuidV7(), { priceOf: () => null });

    expect((await anna.reserve(1, 10)).waitMs).toBeUndefined();
  });
});
