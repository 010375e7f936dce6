import { describe, expect, it } from 'vitest';
import { answer, createGate, startModelServer } from '../../testing/index.ts';
import type { ModelRequest } from '../port.ts';
import { createOpenAiCompatiblePort } from '../providers/create-openai-compatible-port.ts';
import type { PriceList } from '../usage/price-list.ts';

const request: ModelRequest = { system: '', messages: [{ role: 'user', content: 'Hello?' }] };

const prices: PriceList = {
  currency: 'USD',
  unit: 'per million tokens',
  hosts: { '127.0.0.1': 'here' },
  prices: [
    {
      provider: 'here',
      model: 'tiny',
      validFrom: '2000-01-01',
      input: '1.00',
      cachedInput: '0.10',
      output: '10.00',
      source: 'https://example.com',
      asOf: '2026-01-02',
    },
  ],
};

describe('generating without streaming', () => {
  it('returns the whole text and what it used', async () => {
    await using server = await startModelServer();
    server.reply(answer(['Good ', 'day.']));
    const { text, finish } = await createOpenAiCompatiblePort({ baseUrl: server.url }).generate(request);
    expect(text).toBe('Good day.');
    expect(finish).toMatchObject({
      reason: 'stop',
      inputTokens: 11,
      outputTokens: 7,
      usageSource: 'provider',
    });
    expect(server.requests[0]?.body.stream).toBeUndefined();
  });

  it('prices a call at a listed provider, cached input included', async () => {
    await using server = await startModelServer();
    server.reply(
      answer('Hi', {
        usage: { prompt_tokens: 1000, completion_tokens: 100, prompt_tokens_details: { cached_tokens: 400 } },
      }),
    );
    const models = createOpenAiCompatiblePort({ baseUrl: server.url, model: 'tiny', prices });
    const { finish } = await models.generate(request);
    expect(finish).toMatchObject({ provider: 'here', costUsd: '0.00164000', pricedOn: '2026-01-02' });
  });

  it('prices an estimate too, and labels it as one', async () => {
    await using server = await startModelServer();
    server.reply(answer('12345678', { usage: null }));
    const models = createOpenAiCompatiblePort({ baseUrl: server.url, model: 'tiny', prices });
    const { finish } = await models.generate(request);
    expect(finish).toMatchObject({
      usageSource: 'estimate',
      inputTokens: 6,
      outputTokens: 2,
      costUsd: '0.00002600',
    });
  });

  it('has no cost for a model that nobody priced', async () => {
    await using server = await startModelServer();
    const models = createOpenAiCompatiblePort({ baseUrl: server.url, model: 'other', prices });
    expect((await models.generate(request)).finish).toMatchObject({
      costUsd: null,
      unpriced: 'unlisted-model',
      pricedOn: null,
      inputTokens: 11,
    });
  });

  it('waits for as long as the call may take', async () => {
    await using server = await startModelServer();
    const gate = createGate();
    server.reply(gate.reply);
    const generating = createOpenAiCompatiblePort({ baseUrl: server.url }).generate(request);
    await gate.emit('Slow ');
    await gate.emit('but sure.');
    await gate.finish();
    expect((await generating).text).toBe('Slow but sure.');
  });
});
