import { describe, expect, it, vi } from 'vitest';
import { answer, collect, startModelServer } from '../../testing/index.ts';
import { createOpenAiCompatiblePort } from './create-openai-compatible-port.ts';

const request = { system: '', messages: [{ role: 'user' as const, content: 'Hello?' }], maxOutputTokens: 50 };

/** Sends what is meant for OpenAI to a local server. */
function redirectTo(url: string): void {
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', (input: string, init: RequestInit) =>
    real(input.replace('https://api.openai.com/v1', url), init),
  );
}

describe('the port of an OpenAI-compatible server', () => {
  it('calls the token limit by the name that every server knows', async () => {
    await using server = await startModelServer();
    await createOpenAiCompatiblePort({ baseUrl: server.url }).generate(request);
    expect(server.requests[0]?.body).toMatchObject({ max_tokens: 50 });
    expect(server.requests[0]?.body).not.toHaveProperty('max_completion_tokens');
  });

  it("calls it by OpenAI's new name at OpenAI, and prices the call", async () => {
    await using server = await startModelServer();
    redirectTo(server.url);
    const models = createOpenAiCompatiblePort({ baseUrl: 'https://api.openai.com/v1', model: 'gpt-5-mini' });
    const { finish } = await models.generate(request);
    expect(server.requests[0]?.body).toMatchObject({ max_completion_tokens: 50 });
    expect(server.requests[0]?.body).not.toHaveProperty('max_tokens');
    expect(finish).toMatchObject({ provider: 'openai', costUsd: '0.00001675' });
    const { inputTokens, outputTokens } = finish;
    expect(models.priceOf({ inputTokens: inputTokens ?? 0, outputTokens: outputTokens ?? 0 })).toBe(
      finish.costUsd,
    );
  });

  it('knows no price of a model that nobody lists', () => {
    const models = createOpenAiCompatiblePort({ baseUrl: 'http://127.0.0.1:1', model: 'tiny' });
    expect(models.priceOf({ inputTokens: 1, outputTokens: 1 })).toBeNull();
  });

  it.each([
    ['gpt-5-mini', undefined],
    ['gpt-5', undefined],
    ['o4-mini', undefined],
    ['gpt-5.4-mini', 0.7],
    ['gpt-4.1', 0.7],
  ])('sends %s at OpenAI the temperature %s', async (model, temperature) => {
    await using server = await startModelServer();
    redirectTo(server.url);
    const models = createOpenAiCompatiblePort({ baseUrl: 'https://api.openai.com/v1', model });
    await models.generate({ ...request, temperature: 0.7 });
    expect(server.requests[0]?.body.temperature).toBe(temperature);
  });

  it('asks for usage in streams, and bills an aborted one whose usage had already come', async () => {
    await using server = await startModelServer();
    server.reply({ kind: 'hang', chunks: ['Half'], usage: { prompt_tokens: 9, completion_tokens: 1 } });
    const { error } = await collect(
      createOpenAiCompatiblePort({ baseUrl: server.url, timeouts: { betweenTokensMs: 100 } }).stream(request),
    );
    expect(server.requests[0]?.body.stream_options).toEqual({ include_usage: true });
    expect(error).toMatchObject({
      code: 'MODEL_TIMEOUT',
      partialUsage: { usageSource: 'provider', inputTokens: 9, outputTokens: 1 },
    });
  });

  it('does not take the thoughts of a reasoning model for its answer', async () => {
    await using server = await startModelServer();
    server.reply(answer('Four.', { reasoning: 'Two and two' }));
    expect((await collect(createOpenAiCompatiblePort({ baseUrl: server.url }).stream(request))).text).toBe(
      'Four.',
    );
  });

  it('keeps its timeouts unless a request brings its own', async () => {
    await using server = await startModelServer();
    server.replyOtherwise({ kind: 'hang' });
    const timeouts = { firstTokenMs: 50, wholeCallMs: 50 };
    const models = createOpenAiCompatiblePort({ baseUrl: server.url, timeouts });
    expect((await collect(models.stream(request))).error).toMatchObject({ code: 'MODEL_TIMEOUT' });
    await expect(models.generate(request)).rejects.toMatchObject({ code: 'MODEL_TIMEOUT' });
  });
});
