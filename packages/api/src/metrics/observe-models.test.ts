import { createOfflinePort, ModelError } from '@commons/ai';
import { describe, expect, it } from 'vitest';
import { createMetrics } from './create-metrics.ts';
import { observeModels } from './observe-models.ts';

const request = { system: 'You answer.', messages: [{ role: 'user' as const, content: 'Hello' }] };

function observed(port = createOfflinePort()) {
  const metrics = createMetrics({ pools: {}, measures: {}, jobs: async () => [], lostTransactions: () => 0 });
  return { models: observeModels(port, metrics), read: () => metrics.read() };
}

describe('calls of a language model', () => {
  it('are counted with their tokens, streamed or not', async () => {
    const { models, read } = observed();
    const { finish } = await models.generate(request);
    for await (const _ of models.stream(request));
    const text = await read();

    expect(text).toMatch(/commons_model_calls_total\{[^}]*outcome="done"\} 2/);
    expect(text).toMatch(
      new RegExp(`tokens_total\\{[^}]*direction="input"\\} ${2 * (finish.inputTokens ?? 0)}`),
    );
  });

  it('are counted by their error, and when somebody leaves them', async () => {
    const port = createOfflinePort();
    const failing = { ...port, generate: () => Promise.reject(new ModelError('MODEL_TIMEOUT')) };
    const { models, read } = observed(failing);
    await models.generate(request).catch(() => undefined);
    for await (const _ of models.stream(request)) break;
    const text = await read();

    expect(text).toMatch(/commons_model_calls_total\{[^}]*outcome="MODEL_TIMEOUT"\} 1/);
    expect(text).toMatch(/commons_model_calls_total\{[^}]*outcome="left"\} 1/);
  });
});
