import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collect } from '../../testing/index.ts';
import { estimateTokens } from '../usage/estimate-tokens.ts';
import { createOfflinePort } from './create-offline-port.ts';
import type { OfflineFailure } from './offline-model.ts';

const system = 'You are Chidi.\n\n## What we sell\nSoy candles, £14 to £32. A refill costs £9.';
const ask = (content: string) => ({ system, messages: [{ role: 'user' as const, content }] });
const models = createOfflinePort({ paceMs: 0 });

const contexts = fc.record({
  system: fc.oneof(
    fc.string(),
    fc.string().map((text) => `## Facts\n${text}`),
    fc.constant(system),
  ),
  messages: fc
    .array(fc.string(), { minLength: 1, maxLength: 4 })
    .map((texts) =>
      texts.map((content, i) => ({ role: i % 2 ? ('assistant' as const) : ('user' as const), content })),
    ),
});

describe('the offline model', () => {
  it('answers from the context and says what it is', async () => {
    const { text } = await models.generate(ask('What does a refill cost?'));
    expect(text).toMatch(/^\*Offline rehearsal: no language model is connected\./);
    expect(text).toContain('A refill costs £9.');
  });

  it('streams the same words and figures as it generates, for any prompt', async () => {
    await fc.assert(
      fc.asyncProperty(contexts, async (request) => {
        const streamed = await collect(models.stream(request));
        const generated = await models.generate(request);
        expect(streamed.text).toBe(generated.text);
        expect(streamed.finish).toEqual(generated.finish);
      }),
      { numRuns: 40 },
    );
  });

  it('streams the same chunks each time', async () => {
    const [one, other] = [
      await collect(models.stream(ask('refill?'))),
      await collect(models.stream(ask('refill?'))),
    ];
    expect(one.pieces.length).toBeGreaterThan(10);
    expect(other).toEqual(one);
  });

  it('reports its usage as an estimate that costs nothing', async () => {
    const { text, finish } = await models.generate(ask('refill?'));
    expect(finish).toEqual({
      reason: 'stop',
      provider: 'offline',
      model: 'rehearsal',
      inputTokens: estimateTokens(system) + 4 + estimateTokens('refill?') + 4,
      cachedInputTokens: 0,
      outputTokens: estimateTokens(text),
      reasoningTokens: 0,
      costUsd: '0.00000000',
      unpriced: null,
      usageSource: 'estimate',
      pricedOn: null,
    });
  });

  it('never answers under the name of another model', async () => {
    const { finish } = await models.generate({ ...ask('refill?'), model: 'claude-opus-5' });
    expect(finish).toMatchObject({ provider: 'offline', model: 'rehearsal' });
  });

  it('keeps to its token limit and says so', async () => {
    const { text, finish } = await models.generate({ ...ask('refill?'), maxOutputTokens: 10 });
    expect(estimateTokens(text)).toBeLessThanOrEqual(10);
    expect(finish.reason).toBe('length');
  });

  it('stops when it is told to, keeping what it has said', async () => {
    const stop = new AbortController();
    const events = createOfflinePort({ paceMs: 1 }).stream({ ...ask('refill?'), signal: stop.signal });
    const iterator = events[Symbol.asyncIterator]();
    expect((await iterator.next()).value).toEqual({ type: 'text', text: '*Offline ' });
    stop.abort();
    await expect(iterator.next()).rejects.toMatchObject({ code: 'MODEL_STOPPED' });
  });

  it('gives a title when the instructions ask for one', async () => {
    const request = {
      ...ask('Can you write a post about our **winter candle**?'),
      system: 'Write a short title.',
    };
    expect((await models.generate(request)).text).toBe('Post about our winter candle');
  });

  it('gives objects that satisfy the schema', async () => {
    const schema = z.object({
      refillCost: z.string().max(20),
      seats: z.int().min(2),
      kind: z.enum(['shop', 'studio']),
    });
    const { object } = await models.generateObject({ ...ask('refill?'), schema });
    expect(object).toEqual({ refillCost: 'A refill costs £9.', seats: 2, kind: 'shop' });
  });
});

describe('the offline model in a failure mode', () => {
  const modes: [OfflineFailure, string][] = [
    ['401', 'MODEL_KEY_INVALID'],
    ['429', 'MODEL_RATE_LIMITED'],
    ['timeout', 'MODEL_TIMEOUT'],
    ['cut-stream', 'MODEL_STREAM_CUT'],
    ['garbage', 'MODEL_MALFORMED'],
  ];

  it.each(modes)('fails with %s as %s, streaming or not', async (failure, code) => {
    const failing = createOfflinePort({ paceMs: 0, failure });
    const request = { ...ask('refill?'), timeoutMs: 60 };
    expect((await collect(failing.stream(request))).error).toMatchObject({ code });
    await expect(failing.generate(request)).rejects.toMatchObject({ code });
  });

  it('says when to try again after a rate limit', async () => {
    const { error } = await collect(createOfflinePort({ failure: '429' }).stream(ask('refill?')));
    expect(error).toMatchObject({ retryAfterMs: 2000 });
  });

  it('has said a part of its answer when its stream is cut', async () => {
    const whole = await collect(models.stream(ask('refill?')));
    const cut = await collect(createOfflinePort({ paceMs: 0, failure: 'cut-stream' }).stream(ask('refill?')));
    expect(cut.text).not.toBe('');
    expect(whole.text.startsWith(cut.text)).toBe(true);
    expect(cut.text.length).toBeLessThan(whole.text.length);
  });
});
