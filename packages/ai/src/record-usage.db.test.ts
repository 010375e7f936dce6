import { uuidV7 } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOfflinePort } from './offline/create-offline-port.ts';
import type { ModelFinish } from './port.ts';
import { recordUsage } from './record-usage.ts';

const finish: ModelFinish = {
  reason: 'stop',
  provider: 'openai',
  model: 'gpt-5-mini',
  inputTokens: 1200,
  cachedInputTokens: 0,
  outputTokens: 340,
  reasoningTokens: null,
  costUsd: '0.00098000',
  unpriced: null,
  usageSource: 'provider',
  pricedOn: '2026-11-21',
};
const call = { app: 'chidi', purpose: 'answer', resourceType: 'message' };

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world[Symbol.asyncDispose]());

describe('recording usage', () => {
  it('writes one row of the ledger with every figure as it was given', async () => {
    const { id: userId } = await world.createUser();
    const resourceId = uuidV7();
    await world.database.asUser({ userId }, (tx) => recordUsage(tx, { ...call, userId, finish, resourceId }));
    const rows = await world.admin`select * from public.model_usage where user_id = ${userId}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      app: 'chidi',
      purpose: 'answer',
      provider: 'openai',
      model: 'gpt-5-mini',
      input_tokens: 1200,
      output_tokens: 340,
      cost_usd: '0.00098000',
      usage_source: 'provider',
      resource_type: 'message',
      resource_id: resourceId,
    });
  });

  it('keeps what is unknown unknown', async () => {
    const { id: userId } = await world.createUser();
    const unknown = {
      inputTokens: null,
      outputTokens: null,
      costUsd: null,
      pricedOn: null,
      usageSource: 'unknown' as const,
    };
    await world.database.asUser({ userId }, (tx) =>
      recordUsage(tx, { ...call, userId, finish: { ...finish, ...unknown }, resourceId: null }),
    );
    const rows = await world.admin`select * from public.model_usage where user_id = ${userId}`;
    expect(rows[0]).toMatchObject({
      input_tokens: null,
      cost_usd: null,
      priced_on: null,
      usage_source: 'unknown',
    });
  });

  it('takes what the offline model reports', async () => {
    const { id: userId } = await world.createUser();
    const { finish: offline } = await createOfflinePort({ paceMs: 0 }).generate({
      system: '',
      messages: [{ role: 'user', content: 'Hello' }],
    });
    await world.database.asUser({ userId }, (tx) =>
      recordUsage(tx, { ...call, userId, finish: offline, resourceId: null }),
    );
    const rows =
      await world.admin`select usage_source, cost_usd from public.model_usage where user_id = ${userId}`;
    expect(rows).toEqual([{ usage_source: 'estimate', cost_usd: '0.00000000' }]);
  });

  it('takes what an embedding reports', async () => {
    const { id: userId } = await world.createUser();
    const { finish: embedded } = await createOfflinePort().embed({ texts: ['Soy candles.'] });
    await world.database.asUser({ userId }, (tx) =>
      recordUsage(tx, { ...call, purpose: 'embedding', userId, finish: embedded, resourceId: null }),
    );
    const rows = await world.admin`
      select purpose, model, input_tokens, output_tokens from public.model_usage where user_id = ${userId}`;
    expect(rows).toEqual([{ purpose: 'embedding', model: 'word-hash', input_tokens: 3, output_tokens: 0 }]);
  });

  it('vanishes with the transaction of what it belongs to', async () => {
    const { id: userId } = await world.createUser();
    const failing = world.database.asUser({ userId }, async (tx) => {
      await recordUsage(tx, { ...call, userId, finish, resourceId: null });
      throw new Error('the message could not be stored');
    });
    await expect(failing).rejects.toThrow('the message could not be stored');
    expect(await world.admin`select 1 from public.model_usage where user_id = ${userId}`).toHaveLength(0);
  });

  it.each(['-0.01', 'NaN'])('refuses a cost of %s, which would lower a bill', async (costUsd) => {
    const { id: userId } = await world.createUser();
    const lowering = world.database.asUser({ userId }, (tx) =>
      recordUsage(tx, { ...call, userId, finish: { ...finish, costUsd }, resourceId: null }),
    );
    await expect(lowering).rejects.toMatchObject({ cause: { code: '23514' } });
  });

  it("cannot be written on another person's account", async () => {
    const [{ id: userId }, { id: other }] = [await world.createUser(), await world.createUser()];
    const forging = world.database.asUser({ userId }, (tx) =>
      recordUsage(tx, { ...call, userId: other, finish, resourceId: null }),
    );
    await expect(forging).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
