import { ModelError, type ModelFinish, type ModelPort } from '@commons/ai';
import type { Metrics } from './create-metrics.ts';

/** Counts the calls of a port: how they ended, what they used and what that cost. */
export function observeModels(models: ModelPort, metrics: Pick<Metrics, 'model'>): ModelPort {
  const count = (outcome: string, finish: ModelFinish | undefined) => {
    const { provider, model } = finish ?? models.describe();
    metrics.model({
      provider,
      model,
      outcome,
      tokens: { input: finish?.inputTokens ?? 0, output: finish?.outputTokens ?? 0 },
      costUsd: Number(finish?.costUsd ?? 0),
    });
  };
  const failed = (error: unknown) =>
    error instanceof ModelError ? count(error.code, error.partialUsage) : count('failed', undefined);

  async function observed<T extends { finish: ModelFinish }>(call: Promise<T>): Promise<T> {
    try {
      const answer = await call;
      count('done', answer.finish);
      return answer;
    } catch (error) {
      failed(error);
      throw error;
    }
  }

  return {
    describe: () => models.describe(),
    priceOf: (size) => models.priceOf(size),
    describeEmbedding: () => models.describeEmbedding(),
    generate: (request) => observed(models.generate(request)),
    generateObject: (request) => observed(models.generateObject(request)),
    embed: (request) => observed(models.embed(request)),
    async *stream(request) {
      let ended = false;
      try {
        for await (const event of models.stream(request)) {
          if (event.type === 'finish') {
            ended = true;
            count('done', event.finish);
          }
          yield event;
        }
      } catch (error) {
        ended = true;
        failed(error);
        throw error;
      } finally {
        // Whoever reads a stream may leave it.
        if (!ended) count('left', undefined);
      }
    },
  };
}
