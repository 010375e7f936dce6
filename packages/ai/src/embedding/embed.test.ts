import { describe, expect, it } from 'vitest';
import { failure, startModelServer } from '../../testing/index.ts';
import { createOfflinePort } from '../offline/create-offline-port.ts';
import { createProviderPort } from '../providers/create-provider-port.ts';

const embedders = ['openai', 'google', 'openai-compatible'] as const;

async function startWorld(provider: (typeof embedders)[number]) {
  const server = await startModelServer(provider);
  const models = createProviderPort({
    provider,
    baseUrl: server.url,
    apiKey: 'sk-1',
    embeddingModel: 'tiny-embedding',
  });
  return { server, models, [Symbol.asyncDispose]: () => server.close() };
}

describe.each(embedders)('embedding with %s', (provider) => {
  it('gives a vector of the declared length and the norm 1 for each text, in order', async () => {
    await using world = await startWorld(provider);
    const { vectors, finish } = await world.models.embed({ texts: ['one', 'two'] });
    expect(vectors.map((vector) => vector.length)).toEqual([1536, 1536]);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 10);
    expect((vectors[0]?.[1] ?? 0) / (vectors[0]?.[0] ?? 1)).toBeCloseTo(
      'one'.charCodeAt(1) / 'one'.charCodeAt(0),
    );
    expect(finish).toMatchObject({ provider, model: 'tiny-embedding', outputTokens: 0, reason: 'stop' });
  });

  it('cuts many texts into batches and keeps their order', async () => {
    await using world = await startWorld(provider);
    const texts = Array.from({ length: 250 }, (_, i) => `${String.fromCharCode(97 + (i % 26))}${i}`);
    const { vectors } = await world.models.embed({ texts });
    expect(world.server.requests).toHaveLength(3);
    const whole = await Promise.all(
      [0, 137, 249].map(async (i) => (await world.models.embed({ texts: [texts[i] ?? ''] })).vectors[0]),
    );
    expect([vectors[0], vectors[137], vectors[249]]).toEqual(whole);
  });

  it.each([
    [failure(401), 'MODEL_KEY_INVALID'],
    [failure(429), 'MODEL_RATE_LIMITED'],
    [failure(500), 'MODEL_UNAVAILABLE'],
    [{ kind: 'garbage' as const }, 'MODEL_MALFORMED'],
    [{ kind: 'garbage' as const, body: '{"data":[],"embeddings":[]}' }, 'MODEL_MALFORMED'],
    [{ kind: 'cut' as const, chunks: [] }, 'MODEL_UNAVAILABLE'],
  ])('fails in the words of the port when the server answers %j', async (reply, code) => {
    await using world = await startWorld(provider);
    world.server.reply(reply);
    await expect(world.models.embed({ texts: ['one', 'two'] })).rejects.toMatchObject({
      code,
      partialUsage: { usageSource: 'unknown' },
    });
  });

  it('hangs up when it is stopped', async () => {
    await using world = await startWorld(provider);
    world.server.reply({ kind: 'hang' });
    const stop = new AbortController();
    const embedding = world.models.embed({ texts: ['one'], signal: stop.signal });
    const upstream = await world.server.request(0);
    stop.abort();
    await expect(embedding).rejects.toMatchObject({ code: 'MODEL_STOPPED' });
    expect(await upstream.closed).toEqual({ aborted: true });
  });

  it('reports a hang as a timeout', async () => {
    await using world = await startWorld(provider);
    world.server.reply({ kind: 'hang' });
    const embedding = world.models.embed({ texts: ['one'], timeoutMs: 60 });
    await expect(embedding).rejects.toMatchObject({ code: 'MODEL_TIMEOUT' });
  });
});

describe('embedding', () => {
  it('reports what the provider counted, and an estimate where it counts nothing', async () => {
    await using counting = await startWorld('openai');
    await using silent = await startWorld('google');
    const texts = ['12345678', '1234'];
    expect((await counting.models.embed({ texts })).finish).toMatchObject({
      usageSource: 'provider',
      inputTokens: 12,
    });
    expect((await silent.models.embed({ texts })).finish).toMatchObject({
      usageSource: 'estimate',
      inputTokens: 3,
    });
  });

  it('tells what the batches before a failure used', async () => {
    await using world = await startWorld('openai');
    world.server.reply({ kind: 'answer', chunks: [] }, failure(429));
    const texts = Array.from({ length: 101 }, () => 'abc');
    await expect(world.models.embed({ texts })).rejects.toMatchObject({
      partialUsage: { usageSource: 'provider', inputTokens: 300, outputTokens: 0 },
    });
  });

  it('asks for the declared length where a provider can give it', async () => {
    await using openai = await startWorld('openai');
    await using google = await startWorld('google');
    await using other = await startWorld('openai-compatible');
    for (const { models } of [openai, google, other]) await models.embed({ texts: ['one'] });
    expect(openai.server.requests[0]?.body.dimensions).toBe(1536);
    expect(google.server.requests[0]?.body.outputDimensionality).toBe(1536);
    expect(other.server.requests[0]?.body.dimensions).toBeUndefined();
  });

  it('refuses a blank text, and asks nobody for nothing', async () => {
    await using world = await startWorld('openai');
    await expect(world.models.embed({ texts: ['one', ' '] })).rejects.toThrow(
      'A blank text has no embedding.',
    );
    expect(await world.models.embed({ texts: [] })).toMatchObject({
      vectors: [],
      finish: { inputTokens: 0 },
    });
    expect(world.server.requests).toHaveLength(0);
  });

  it('is a rehearsal that costs nothing where the provider has no embedding model', async () => {
    const models = createProviderPort({ provider: 'anthropic', apiKey: 'sk-1' });
    expect(models.describeEmbedding()).toMatchObject({ provider: 'offline', offline: true });
    const { vectors, finish } = await models.embed({ texts: ['one'] });
    expect(finish).toMatchObject({ provider: 'offline', costUsd: '0.00000000', usageSource: 'estimate' });
    expect(vectors).toEqual((await createOfflinePort().embed({ texts: ['one'] })).vectors);
  });
});
