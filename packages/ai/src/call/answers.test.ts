import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer, collect, createGate, startModelServer } from '../../testing/index.ts';
import type { ModelRequest } from '../port.ts';
import { createProviderPort } from '../providers/create-provider-port.ts';
import { type ProviderName, providerNames } from '../providers/provider.ts';

const request: ModelRequest = {
  system: 'Be brief.',
  messages: [
    { role: 'user', content: 'One?' },
    { role: 'assistant', content: 'One.' },
    { role: 'user', content: 'Two?' },
  ],
};
const usage = {
  prompt_tokens: 1000,
  completion_tokens: 100,
  prompt_tokens_details: { cached_tokens: 400 },
  completion_tokens_details: { reasoning_tokens: 60 },
};
const figures = { inputTokens: 1000, cachedInputTokens: 400, outputTokens: 100, reasoningTokens: 60 };

async function startWorld(provider: ProviderName, model?: string) {
  const server = await startModelServer(provider);
  const models = createProviderPort({ provider, baseUrl: server.url, apiKey: 'sk-1', model });
  return { server, models, [Symbol.asyncDispose]: () => server.close() };
}

describe.each(providerNames)('%s', (provider) => {
  it('streams each piece as it arrives', async () => {
    await using world = await startWorld(provider);
    const gate = createGate();
    world.server.reply(gate.reply);
    const events = world.models.stream(request)[Symbol.asyncIterator]();
    for (const text of ['Good ', 'day.']) {
      const next = events.next();
      await gate.emit(text);
      expect((await next).value).toEqual({ type: 'text', text });
    }
    const last = events.next();
    await gate.finish({ usage });
    expect((await last).value).toMatchObject({
      type: 'finish',
      finish: { reason: 'stop', provider, usageSource: 'provider', ...figures },
    });
    expect((await events.next()).done).toBe(true);
  });

  it('gives the same words and figures without streaming', async () => {
    await using world = await startWorld(provider);
    world.server.reply(answer(['Good ', 'day.'], { usage }));
    const { text, finish } = await world.models.generate(request);
    expect(text).toBe('Good day.');
    expect(finish).toMatchObject({ reason: 'stop', usageSource: 'provider', ...figures });
  });

  it('keeps its thoughts out of the answer', async () => {
    await using world = await startWorld(provider);
    world.server.reply(answer('Four.', { reasoning: 'Two and two' }));
    expect((await collect(world.models.stream(request))).text).toBe('Four.');
  });

  it('tells an answer that was cut by its token limit', async () => {
    await using world = await startWorld(provider);
    world.server.replyOtherwise(answer('Once upon', { finishReason: 'length' }));
    expect((await collect(world.models.stream(request))).finish?.reason).toBe('length');
    expect((await world.models.generate(request)).finish.reason).toBe('length');
  });

  it('gives objects that satisfy the schema', async () => {
    await using world = await startWorld(provider);
    world.server.reply(answer('{"name":"Ada"}'));
    const schema = z.object({ name: z.string(), seats: z.int().optional() });
    const { object, finish } = await world.models.generateObject({ ...request, schema });
    expect(object).toEqual({ name: 'Ada' });
    expect(finish).toMatchObject({ usageSource: 'provider', inputTokens: 11, outputTokens: 7 });
  });

  it('asks another model when a request names one, and bills that one', async () => {
    await using world = await startWorld(provider, 'usual');
    const { finish } = await world.models.generate({ ...request, model: 'other' });
    expect(finish.model).toBe('other');
    expect(world.models.describe().model).toBe('usual');
    await world.models.generate(request);
    const asked = world.server.requests.map(({ path, body }) => body.model ?? path);
    expect(asked).toEqual([expect.stringContaining('other'), expect.stringContaining('usual')]);
  });

  it('ends the call upstream when the consumer leaves the loop', async () => {
    await using world = await startWorld(provider);
    const gate = createGate();
    world.server.reply(gate.reply);
    const events = world.models.stream(request)[Symbol.asyncIterator]();
    const first = events.next();
    await gate.emit('Enough');
    await first;
    await events.return?.();
    expect(await (await gate.opened).closed).toEqual({ aborted: true });
  });

  it('does not even connect when it is stopped beforehand', async () => {
    await using world = await startWorld(provider);
    const stopped = { ...request, signal: AbortSignal.abort() };
    expect((await collect(world.models.stream(stopped))).error).toMatchObject({ code: 'MODEL_STOPPED' });
    await expect(world.models.generate(stopped)).rejects.toMatchObject({ code: 'MODEL_STOPPED' });
    expect(world.server.requests).toHaveLength(0);
  });
});
