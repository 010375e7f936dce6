import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer, collect, failure, type ModelReply, startModelServer } from '../../testing/index.ts';
import { ModelError } from '../model-error.ts';
import { createOpenAiCompatiblePort } from '../openai-compatible/create-openai-compatible-port.ts';
import type { ModelPort, ModelRequest } from '../port.ts';

const secret = 'sk-secret-0123456789';
const words = 'provider words about order 4711';
const request: ModelRequest = {
  system: '',
  messages: [{ role: 'user', content: 'Hello?' }],
  timeoutMs: 2000,
};

const ways: Record<string, (models: ModelPort, request: ModelRequest) => Promise<unknown>> = {
  stream: async (models, asked) => (await collect(models.stream(asked))).error,
  generate: (models, asked) => models.generate(asked).catch((error: unknown) => error),
  generateObject: (models, asked) =>
    models
      .generateObject({ ...asked, schema: z.object({ name: z.string() }) })
      .catch((error: unknown) => error),
};

const failures: [what: string, reply: ModelReply, expected: Partial<ModelError>][] = [
  [
    'a wrong key',
    failure(401, { message: `Incorrect key ${secret}: ${words}` }),
    { code: 'MODEL_KEY_INVALID' },
  ],
  ['a forbidden key', failure(403, words), { code: 'MODEL_KEY_INVALID', detail: 'HTTP 403' }],
  [
    'a rate limit',
    failure(429, { message: words }, { 'retry-after': '7' }),
    { code: 'MODEL_RATE_LIMITED', retryAfterMs: 7000 },
  ],
  [
    'a rate limit without a wait',
    failure(429, { message: words }),
    { code: 'MODEL_RATE_LIMITED', retryAfterMs: undefined },
  ],
  [
    'too long a prompt',
    failure(400, { message: words, code: 'context_length_exceeded' }),
    { code: 'MODEL_CONTEXT_TOO_LONG' },
  ],
  ['a filtered prompt', failure(400, { message: words, code: 'content_filter' }), { code: 'MODEL_REFUSED' }],
  ['a server error', failure(500, words), { code: 'MODEL_UNAVAILABLE', detail: 'HTTP 500' }],
  ['an unknown model', failure(404, { message: words }), { code: 'MODEL_UNAVAILABLE', detail: 'HTTP 404' }],
  ['a filtered answer', answer('I', { finishReason: 'content_filter' }), { code: 'MODEL_REFUSED' }],
  ['a refusal', answer([], { refusal: words }), { code: 'MODEL_REFUSED' }],
  ['a cut connection', { kind: 'cut', chunks: ['Half an '] }, { code: 'MODEL_STREAM_CUT' }],
  ['a page that is no completion', { kind: 'garbage' }, { code: 'MODEL_MALFORMED' }],
  ['an empty body', { kind: 'garbage', body: '' }, { code: 'MODEL_MALFORMED' }],
  ['broken events', { kind: 'garbage', body: 'data: {"choices": [\n\n' }, { code: 'MODEL_MALFORMED' }],
  ['the wrong shape', { kind: 'garbage', body: 'data: {"hello": 1}\n\n' }, { code: 'MODEL_MALFORMED' }],
];

describe.each(Object.entries(ways))('%s', (_, call) => {
  it.each(failures)(
    'reports %s in its own code, without the words of the provider',
    async (_what, reply, expected) => {
      await using server = await startModelServer();
      server.reply(reply);
      const error = await call(createOpenAiCompatiblePort({ baseUrl: server.url, apiKey: secret }), request);
      expect(error).toBeInstanceOf(ModelError);
      expect(error).toMatchObject(expected);
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/4711|sk-secret/);
      expect(String((error as ModelError).stack)).not.toMatch(/4711|sk-secret/);
      expect((error as ModelError).cause).toBeUndefined();
      expect((error as ModelError).partialUsage).toMatchObject({ provider: 'openai-compatible' });
    },
  );

  it('reports a hang as a timeout and hangs up', async () => {
    await using server = await startModelServer();
    server.reply({ kind: 'hang' });
    const error = await call(createOpenAiCompatiblePort({ baseUrl: server.url }), {
      ...request,
      timeoutMs: 60,
    });
    expect(error).toMatchObject({ code: 'MODEL_TIMEOUT' });
    expect(await (await server.request(0)).closed).toEqual({ aborted: true });
  });

  it('reports silence in mid-answer as a timeout', async () => {
    await using server = await startModelServer();
    server.reply({ kind: 'hang', chunks: ['Half an '] });
    const error = await call(createOpenAiCompatiblePort({ baseUrl: server.url }), {
      ...request,
      timeoutMs: 120,
    });
    expect(error).toMatchObject({ code: 'MODEL_TIMEOUT' });
  });

  it('reports that it was stopped', async () => {
    await using server = await startModelServer();
    server.reply({ kind: 'hang' });
    const stop = new AbortController();
    const ending = call(createOpenAiCompatiblePort({ baseUrl: server.url }), {
      ...request,
      signal: stop.signal,
    });
    const upstream = await server.request(0);
    stop.abort();
    expect(await ending).toMatchObject({ code: 'MODEL_STOPPED' });
    expect(await upstream.closed).toEqual({ aborted: true });
  });

  it('reports a server that is not there', async () => {
    const server = await startModelServer();
    await server.close();
    const error = await call(createOpenAiCompatiblePort({ baseUrl: server.url }), request);
    expect(error).toMatchObject({ code: 'MODEL_UNAVAILABLE', detail: 'ECONNREFUSED' });
  });
});

describe('a stream', () => {
  it.each<[string, ModelReply, Partial<ModelError>]>([
    ['that ends without a reason', answer('Half an ', { finishReason: null }), { code: 'MODEL_STREAM_CUT' }],
    ['whose connection is cut', { kind: 'cut', chunks: ['Half an '] }, { code: 'MODEL_STREAM_CUT' }],
    ['that falls silent', { kind: 'hang', chunks: ['Half an '] }, { code: 'MODEL_TIMEOUT' }],
    ['that is filtered', answer('Half an ', { finishReason: 'content_filter' }), { code: 'MODEL_REFUSED' }],
    [
      'that reports an overload',
      { kind: 'error-chunk', chunks: ['Half an '], error: { message: words, code: 429 } },
      { code: 'MODEL_RATE_LIMITED' },
    ],
    [
      'that reports a failure',
      { kind: 'error-chunk', chunks: ['Half an '], error: { message: words } },
      { code: 'MODEL_UNAVAILABLE' },
    ],
  ])('%s has yielded all that arrived before', async (_what, reply, expected) => {
    await using server = await startModelServer();
    server.reply(reply);
    const models = createOpenAiCompatiblePort({ baseUrl: server.url });
    const { text, error, finish } = await collect(models.stream({ ...request, timeoutMs: 120 }));
    expect(text).toBe('Half an ');
    expect(error).toMatchObject(expected);
    expect(finish).toBeUndefined();
  });

  it('that ends properly with nothing said is malformed', async () => {
    await using server = await startModelServer();
    server.reply(answer([]));
    const { error } = await collect(createOpenAiCompatiblePort({ baseUrl: server.url }).stream(request));
    expect(error).toMatchObject({ code: 'MODEL_MALFORMED', partialUsage: { usageSource: 'provider' } });
  });

  it('that is filtered keeps its reported usage', async () => {
    await using server = await startModelServer();
    server.reply(answer('I', { finishReason: 'content_filter' }));
    const { error } = await collect(createOpenAiCompatiblePort({ baseUrl: server.url }).stream(request));
    expect(error).toMatchObject({
      partialUsage: { reason: 'content-filter', inputTokens: 11, outputTokens: 7 },
    });
  });
});
