import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  answer,
  collect,
  createGate,
  failure,
  type ModelReply,
  startModelServer,
} from '../../testing/index.ts';
import { ModelError } from '../model-error.ts';
import type { ModelPort, ModelRequest } from '../port.ts';
import { createProviderPort } from '../providers/create-provider-port.ts';
import { providerNames } from '../providers/provider.ts';

const secret = 'sk-secret-0123456789';
const words = 'provider words about order 4711';
const request: ModelRequest = {
  system: '',
  messages: [{ role: 'user', content: 'Hello?' }],
  timeoutMs: 5000,
};

/** Only silence within the answer counts as a hang: the first piece may take as long as this machine needs. */
const talk: ModelRequest = { ...request, timeoutMs: undefined };

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
    'a key that Google finds invalid',
    failure(400, { message: 'API key not valid. Please pass a valid API key.' }),
    { code: 'MODEL_KEY_INVALID', detail: 'HTTP 400' },
  ],
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
    'a rate limit with its wait in the body',
    failure(429, `{"error":{"code":429,"message":"${words}","details":[{"retryDelay":"7.5s"}]}}`),
    { code: 'MODEL_RATE_LIMITED', retryAfterMs: 7500 },
  ],
  [
    'an account without credit',
    failure(400, { message: 'Your credit balance is too low to access the API.' }),
    { code: 'MODEL_RATE_LIMITED' },
  ],
  [
    'too long a prompt',
    failure(400, { message: words, code: 'context_length_exceeded' }),
    { code: 'MODEL_CONTEXT_TOO_LONG' },
  ],
  ['a filtered prompt', failure(400, { message: words, code: 'content_filter' }), { code: 'MODEL_REFUSED' }],
  ['a server error', failure(500, words), { code: 'MODEL_UNAVAILABLE', detail: 'HTTP 500' }],
  [
    'a server that is overloaded',
    failure(529, { message: words }),
    { code: 'MODEL_UNAVAILABLE', detail: 'HTTP 529' },
  ],
  ['an unknown model', failure(404, { message: words }), { code: 'MODEL_UNAVAILABLE', detail: 'HTTP 404' }],
  ['a filtered answer', answer('I', { finishReason: 'content_filter' }), { code: 'MODEL_REFUSED' }],
  ['a refusal', answer([], { refusal: words }), { code: 'MODEL_REFUSED' }],
  ['a cut connection', { kind: 'cut', chunks: ['Half an '] }, { code: 'MODEL_STREAM_CUT' }],
  ['a page that is no answer', { kind: 'garbage' }, { code: 'MODEL_MALFORMED' }],
  ['an empty body', { kind: 'garbage', body: '' }, { code: 'MODEL_MALFORMED' }],
  ['broken events', { kind: 'garbage', body: 'data: {"choices": [\n\n' }, { code: 'MODEL_MALFORMED' }],
  ['the wrong shape', { kind: 'garbage', body: 'data: {"candidates": 1}\n\n' }, { code: 'MODEL_MALFORMED' }],
];

const table = providerNames.flatMap((provider) =>
  Object.entries(ways).map(([way, call]) => [provider, way, call] as const),
);

describe.each(table)('%s, asked to %s,', (provider, _way, call) => {
  async function startWorld() {
    const server = await startModelServer(provider);
    const models = createProviderPort({ provider, baseUrl: server.url, apiKey: secret });
    return { server, models, [Symbol.asyncDispose]: () => server.close() };
  }

  it.each(failures)(
    'reports %s in its own code, without the words of the provider',
    async (_what, reply, expected) => {
      await using world = await startWorld();
      world.server.reply(reply);
      const error = await call(world.models, request);
      expect(error).toBeInstanceOf(ModelError);
      expect(error).toMatchObject(expected);
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/4711|sk-secret/);
      expect(String((error as ModelError).stack)).not.toMatch(/4711|sk-secret/);
      expect((error as ModelError).cause).toBeUndefined();
      expect((error as ModelError).partialUsage).toMatchObject({ provider });
    },
  );

  it('reports a hang as a timeout', async () => {
    await using world = await startWorld();
    world.server.reply({ kind: 'hang' });
    const error = await call(world.models, { ...request, timeoutMs: 60 });
    expect(error).toMatchObject({ code: 'MODEL_TIMEOUT' });
  });

  it('reports that it was stopped, and hangs up', async () => {
    await using world = await startWorld();
    world.server.reply({ kind: 'hang' });
    const stop = new AbortController();
    const ending = call(world.models, { ...request, signal: stop.signal });
    const upstream = await world.server.request(0);
    stop.abort();
    expect(await ending).toMatchObject({ code: 'MODEL_STOPPED' });
    expect(await upstream.closed).toEqual({ aborted: true });
  });

  it('reports a server that is not there', async () => {
    const world = await startWorld();
    await world.server.close();
    const error = await call(world.models, request);
    expect(error).toMatchObject({ code: 'MODEL_UNAVAILABLE', detail: 'ECONNREFUSED' });
  });

  it('sends one request per call, whatever the outcome', async () => {
    await using world = await startWorld();
    world.server.replyOtherwise(failure(503, 'busy'));
    await call(world.models, request);
    expect(world.server.requests).toHaveLength(1);
  });
});

describe.each(providerNames)('a stream of %s', (provider) => {
  async function startWorld() {
    const server = await startModelServer(provider);
    const timeouts = { betweenTokensMs: 100 };
    const models = createProviderPort({ provider, baseUrl: server.url, apiKey: secret, timeouts });
    return { server, models, [Symbol.asyncDispose]: () => server.close() };
  }

  it.each<[string, ModelReply, Partial<ModelError>]>([
    ['that ends without a reason', answer('Half an ', { finishReason: null }), { code: 'MODEL_STREAM_CUT' }],
    ['whose connection is cut', { kind: 'cut', chunks: ['Half an '] }, { code: 'MODEL_STREAM_CUT' }],
    ['that is filtered', answer('Half an ', { finishReason: 'content_filter' }), { code: 'MODEL_REFUSED' }],
    [
      'that reports a rate limit',
      { kind: 'error-chunk', chunks: ['Half an '], error: { message: words, code: 429 } },
      { code: 'MODEL_RATE_LIMITED' },
    ],
    [
      'that reports an overload',
      { kind: 'error-chunk', chunks: ['Half an '], error: { message: words, code: 529 } },
      { code: 'MODEL_UNAVAILABLE' },
    ],
    [
      'that reports a failure',
      { kind: 'error-chunk', chunks: ['Half an '], error: { message: words } },
      { code: 'MODEL_UNAVAILABLE' },
    ],
  ])('%s has yielded all that arrived before', async (_what, reply, expected) => {
    await using world = await startWorld();
    world.server.reply(reply);
    const { text, error, finish } = await collect(world.models.stream(talk));
    expect(error).toMatchObject(expected);
    expect(text).toBe('Half an ');
    expect(finish).toBeUndefined();
  });

  it('that falls silent has yielded all that arrived before, and is hung up on', async () => {
    await using world = await startWorld();
    world.server.reply({ kind: 'hang', chunks: ['Half an '] });
    const { text, error } = await collect(world.models.stream(talk));
    expect(error).toMatchObject({ code: 'MODEL_TIMEOUT' });
    expect(text).toBe('Half an ');
    expect(await world.server.requests[0]?.closed).toEqual({ aborted: true });
  });

  it('that reports an error before its first piece keeps its code', async () => {
    await using world = await startWorld();
    world.server.reply({ kind: 'error-chunk', chunks: [], error: { message: words, code: 429 } });
    const { error } = await collect(world.models.stream(request));
    expect(error).toMatchObject({ code: 'MODEL_RATE_LIMITED' });
  });

  it('that ends properly with nothing said is malformed', async () => {
    await using world = await startWorld();
    world.server.reply(answer([]));
    const { error } = await collect(world.models.stream(request));
    expect(error).toMatchObject({ code: 'MODEL_MALFORMED', partialUsage: { usageSource: 'provider' } });
  });

  it('that is filtered keeps its reported usage', async () => {
    await using world = await startWorld();
    world.server.reply(answer('I', { finishReason: 'content_filter' }));
    const { error } = await collect(world.models.stream(request));
    expect(error).toMatchObject({
      partialUsage: { reason: 'content-filter', inputTokens: 11, outputTokens: 7 },
    });
  });

  it('whose first piece is slow is waited for', async () => {
    await using world = await startWorld();
    const gate = createGate();
    world.server.reply(gate.reply);
    const collecting = collect(world.models.stream(request));
    await gate.opened;
    await gate.emit('Slow.');
    await gate.finish();
    expect(await collecting).toMatchObject({ text: 'Slow.', error: undefined });
  });
});
