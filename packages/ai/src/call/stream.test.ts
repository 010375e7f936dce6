import { describe, expect, it } from 'vitest';
import { answer, collect, createGate, startModelServer } from '../../testing/index.ts';
import type { ModelRequest } from '../port.ts';
import { createOpenAiCompatiblePort } from '../providers/create-openai-compatible-port.ts';

const request: ModelRequest = { system: 'Be brief.', messages: [{ role: 'user', content: 'Hello?' }] };

async function startWorld() {
  const server = await startModelServer();
  const models = createOpenAiCompatiblePort({ baseUrl: server.url, model: 'tiny' });
  return { server, models, [Symbol.asyncDispose]: () => server.close() };
}

describe('streaming over a socket', () => {
  it('yields each piece as it arrives, then one finish with the reported usage', async () => {
    await using world = await startWorld();
    const gate = createGate();
    world.server.reply(gate.reply);
    const events = world.models.stream(request)[Symbol.asyncIterator]();

    const first = events.next();
    await gate.emit('Good ');
    expect((await first).value).toEqual({ type: 'text', text: 'Good ' });
    const second = events.next();
    await gate.emit('day.');
    expect((await second).value).toEqual({ type: 'text', text: 'day.' });
    const last = events.next();
    await gate.finish({ usage: { prompt_tokens: 20, completion_tokens: 3 } });
    expect((await last).value).toEqual({
      type: 'finish',
      finish: {
        reason: 'stop',
        provider: 'openai-compatible',
        model: 'tiny',
        inputTokens: 20,
        cachedInputTokens: null,
        outputTokens: 3,
        reasoningTokens: null,
        usageSource: 'provider',
        costUsd: null,
        unpriced: 'unlisted-model',
        pricedOn: null,
      },
    });
    expect((await events.next()).done).toBe(true);
  });

  it('sends the system prompt first, the turns in order and the settings', async () => {
    await using world = await startWorld();
    const messages = [
      { role: 'user' as const, content: 'One?' },
      { role: 'assistant' as const, content: 'One.' },
      { role: 'user' as const, content: 'Two?' },
    ];
    await collect(
      world.models.stream({ system: 'Be brief.', messages, maxOutputTokens: 50, temperature: 0.2 }),
    );
    expect(world.server.requests[0]?.body).toEqual({
      model: 'tiny',
      messages: [{ role: 'system', content: 'Be brief.' }, ...messages],
      max_tokens: 50,
      temperature: 0.2,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it('labels its figures as an estimate when the server reports none', async () => {
    await using world = await startWorld();
    world.server.reply(answer('12345678', { usage: null }));
    const { finish } = await collect(world.models.stream(request));
    expect(finish).toMatchObject({ usageSource: 'estimate', inputTokens: 13, outputTokens: 2 });
  });

  it('estimates rather than takes a missing count for zero', async () => {
    await using world = await startWorld();
    world.server.reply(answer('12345678', { usage: { completion_tokens: 9 } }));
    const { finish } = await collect(world.models.stream(request));
    expect(finish).toMatchObject({ usageSource: 'estimate', inputTokens: 13, outputTokens: 9 });
  });

  it('reports an answer that was cut by its token limit', async () => {
    await using world = await startWorld();
    world.server.reply(answer('Once upon', { finishReason: 'length' }));
    expect((await collect(world.models.stream(request))).finish?.reason).toBe('length');
  });

  it('ends the call upstream within 300 ms of being stopped and keeps what was said', async () => {
    await using world = await startWorld();
    const gate = createGate();
    const stop = new AbortController();
    world.server.reply(gate.reply);
    const collecting = collect(world.models.stream({ ...request, signal: stop.signal }));
    const upstream = await gate.opened;
    await gate.emit('Half an ');

    const stoppedAt = performance.now();
    stop.abort();
    expect(await upstream.closed).toEqual({ aborted: true });
    expect(performance.now() - stoppedAt).toBeLessThan(300);
    expect((await collecting).error).toMatchObject({ code: 'MODEL_STOPPED' });
  });

  it('bills only what was reported when it is stopped', async () => {
    await using world = await startWorld();
    const gate = createGate();
    const stop = new AbortController();
    world.server.reply(gate.reply);
    const events = world.models.stream({ ...request, signal: stop.signal })[Symbol.asyncIterator]();
    const first = events.next();
    await gate.emit('Half');
    await first;
    stop.abort();
    await expect(events.next()).rejects.toMatchObject({
      code: 'MODEL_STOPPED',
      partialUsage: { usageSource: 'unknown', inputTokens: null, outputTokens: null, costUsd: null },
    });
  });

  it('does not even connect when it is stopped beforehand', async () => {
    await using world = await startWorld();
    const { error } = await collect(world.models.stream({ ...request, signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ code: 'MODEL_STOPPED' });
    expect(world.server.requests).toHaveLength(0);
  });

  it('ends the call upstream when the consumer leaves the loop', async () => {
    await using world = await startWorld();
    const gate = createGate();
    world.server.reply(gate.reply);
    const events = world.models.stream(request)[Symbol.asyncIterator]();
    const first = events.next();
    await gate.emit('Enough');
    await first;
    await events.return?.();
    expect(await (await gate.opened).closed).toEqual({ aborted: true });
  });

  it('sends one request per call, whatever the outcome', async () => {
    await using world = await startWorld();
    world.server.replyOtherwise({ kind: 'error', status: 503, error: 'busy' });
    await collect(world.models.stream(request));
    expect(world.server.requests).toHaveLength(1);
  });
});
