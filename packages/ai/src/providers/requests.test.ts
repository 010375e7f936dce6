import { describe, expect, it, vi } from 'vitest';
import { answer, collect, startModelServer } from '../../testing/index.ts';
import { createProviderPort } from './create-provider-port.ts';
import type { ProviderName } from './provider.ts';

const question = {
  system: 'Be brief.',
  messages: [{ role: 'user' as const, content: 'Hello?' }],
  maxOutputTokens: 50,
};

async function ask(provider: ProviderName) {
  await using server = await startModelServer(provider);
  const models = createProviderPort({ provider, baseUrl: server.url, apiKey: 'sk-1', model: 'gpt-4.1' });
  await models.generate(question);
  return server.requests[0];
}

describe('what a provider is sent', () => {
  it("is, at Anthropic, the key in a header of its own and Anthropic's Messages", async () => {
    expect(await ask('anthropic')).toMatchObject({
      path: '/v1/messages',
      headers: { 'x-api-key': 'sk-1', 'anthropic-version': '2023-06-01' },
      body: {
        model: 'gpt-4.1',
        system: [{ type: 'text', text: 'Be brief.' }],
        messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello?' }] }],
        max_tokens: 50,
      },
    });
  });

  it('is, at OpenAI, a Response that must not be kept', async () => {
    expect(await ask('openai')).toMatchObject({
      path: '/v1/responses',
      headers: { authorization: 'Bearer sk-1' },
      body: { model: 'gpt-4.1', store: false, max_output_tokens: 50 },
    });
  });

  it('is, at Google, the key in a header and never in the address', async () => {
    const request = await ask('google');
    expect(request).toMatchObject({
      path: '/v1beta/models/gpt-4.1:generateContent',
      headers: { 'x-goog-api-key': 'sk-1' },
      body: {
        systemInstruction: { parts: [{ text: 'Be brief.' }] },
        contents: [{ role: 'user', parts: [{ text: 'Hello?' }] }],
        generationConfig: { maxOutputTokens: 50 },
      },
    });
    expect(request?.path).not.toContain('sk-1');
  });

  it.each(['anthropic', 'openai', 'google'] as const)(
    'goes to %s itself, whatever base URL the environment holds for others',
    async (provider) => {
      for (const name of ['ANTHROPIC_BASE_URL', 'OPENAI_BASE_URL', 'GOOGLE_GENERATIVE_AI_BASE_URL'])
        vi.stubEnv(name, 'http://127.0.0.1:9/v1');
      const fetch = vi.fn(async (_url: string) => new Response('{}', { status: 503 }));
      vi.stubGlobal('fetch', fetch);
      const models = createProviderPort({ provider, apiKey: 'sk-1' });
      await expect(models.generate(question)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
      expect(new URL(fetch.mock.calls[0]?.[0] ?? '').host).toMatch(
        /^(api\.anthropic\.com|api\.openai\.com|generativelanguage\.googleapis\.com)$/,
      );
    },
  );
});

const timeouts = { betweenTokensMs: 100 };

describe('a call that breaks off', () => {
  it('is billed at Anthropic when its figures had already come', async () => {
    await using server = await startModelServer('anthropic');
    const usage = { prompt_tokens: 11, completion_tokens: 3 };
    server.reply({ kind: 'hang', chunks: ['Half'], usage });
    const models = createProviderPort({
      provider: 'anthropic',
      baseUrl: server.url,
      apiKey: 'sk-1',
      timeouts,
    });
    const { error } = await collect(models.stream(question));
    expect(error).toMatchObject({
      partialUsage: { usageSource: 'provider', inputTokens: 11, outputTokens: 3 },
    });
  });

  it('is billed at Google with the figures so far, thoughts included', async () => {
    await using server = await startModelServer('google');
    const usage = {
      prompt_tokens: 9,
      completion_tokens: 5,
      completion_tokens_details: { reasoning_tokens: 4 },
    };
    server.reply({ kind: 'hang', chunks: ['Half'], usage });
    const models = createProviderPort({ provider: 'google', baseUrl: server.url, apiKey: 'sk-1', timeouts });
    const { error } = await collect(models.stream(question));
    expect(error).toMatchObject({
      partialUsage: { usageSource: 'provider', inputTokens: 9, outputTokens: 5, reasoningTokens: 4 },
    });
  });

  it('has no figures where the output was never counted', async () => {
    await using server = await startModelServer('anthropic');
    server.reply({ kind: 'hang', chunks: ['Half'] });
    const models = createProviderPort({
      provider: 'anthropic',
      baseUrl: server.url,
      apiKey: 'sk-1',
      timeouts,
    });
    const { error } = await collect(models.stream(question));
    expect(error).toMatchObject({
      partialUsage: { usageSource: 'unknown', inputTokens: null, unpriced: 'unknown-usage' },
    });
  });
});

describe('what a call costs', () => {
  it('counts at Anthropic what came from the cache and what went into it', async () => {
    await using server = await startModelServer('anthropic');
    const usage = {
      prompt_tokens: 1000,
      completion_tokens: 100,
      prompt_tokens_details: { cached_tokens: 400, cache_write_tokens: 200 },
    };
    server.replyOtherwise(answer('Hi', { usage }));
    const prices = {
      currency: 'USD' as const,
      unit: 'per million tokens' as const,
      hosts: { '127.0.0.1': 'here' },
      prices: [
        {
          provider: 'here',
          model: 'm',
          validFrom: '2000-01-01',
          input: '1',
          cachedInput: '0.1',
          cacheWrite: '1.25',
          output: '10',
          source: 'https://example.com',
          asOf: '2026-01-02',
        },
      ],
    };
    const models = createProviderPort({
      provider: 'anthropic',
      baseUrl: server.url,
      apiKey: 'sk-1',
      model: 'm',
      prices,
    });
    const { finish } = await collect(models.stream(question));
    // 400 × $1 + 400 × $0.10 + 200 × $1.25 + 100 × $10, by the million
    expect(finish).toMatchObject({ inputTokens: 1000, costUsd: '0.00169000', pricedOn: '2026-01-02' });
    expect((await models.generate(question)).finish.costUsd).toBe('0.00169000');
  });
});
