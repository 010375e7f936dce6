import { ModelError, type ModelFinish, type ModelPort } from '@commons/ai';
import type { OpenSpan, Tracer } from './tracer.ts';
import { endFailed } from './within-child.ts';

/** The same models, with a span for each call: who answered, how much of it, and how it ended. */
export function traceModels(models: ModelPort, tracer: Tracer | undefined): ModelPort {
  if (!tracer) return models;

  const begin = (operation: string) =>
    tracer.child(`model ${operation}`, { 'gen_ai.operation.name': operation });
  const done = (span: OpenSpan | undefined, finish: ModelFinish) =>
    span?.end({ failed: false, facts: factsOf(finish) });
  const failed = (span: OpenSpan | undefined, error: unknown) =>
    span && endFailed(span, error, factsOf(error instanceof ModelError ? error.partialUsage : undefined));

  async function traced<T extends { finish: ModelFinish }>(
    operation: string,
    call: () => Promise<T>,
  ): Promise<T> {
    const span = begin(operation);
    try {
      const answer = await (span ? span.run(call) : call());
      done(span, answer.finish);
      return answer;
    } catch (error) {
      failed(span, error);
      throw error;
    }
  }

  function factsOf(finish: ModelFinish | undefined) {
    const { provider, model } = finish ?? models.describe();
    return {
      'gen_ai.provider.name': provider,
      'gen_ai.response.model': model,
      'gen_ai.usage.input_tokens': finish?.inputTokens ?? undefined,
      'gen_ai.usage.output_tokens': finish?.outputTokens ?? undefined,
    };
  }

  return {
    describe: () => models.describe(),
    priceOf: (size) => models.priceOf(size),
    describeEmbedding: () => models.describeEmbedding(),
    generate: (request) => traced('generate', () => models.generate(request)),
    generateObject: (request) => traced('generateObject', () => models.generateObject(request)),
    embed: (request) => traced('embed', () => models.embed(request)),
    async *stream(request) {
      const span = begin('stream');
      let ended = false;
      try {
        for await (const event of models.stream(request)) {
          if (event.type === 'finish') {
            ended = true;
            done(span, event.finish);
          }
          yield event;
        }
      } catch (error) {
        ended = true;
        failed(span, error);
        throw error;
      } finally {
        // Whoever reads a stream may leave it.
        if (!ended) span?.end({ failed: false, facts: { ...factsOf(undefined), 'commons.outcome': 'left' } });
      }
    },
  };
}
