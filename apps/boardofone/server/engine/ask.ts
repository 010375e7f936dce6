import type { ModelFinish, ModelPort } from '@commons/ai';
import type { Prepared } from './step-work.ts';

const callTimeoutMs = 180_000;

/** Asks the model, or lets the rehearsal answer where there is none; the port's usage is kept either way. */
export async function ask<Answer>(
  models: ModelPort,
  prepared: Prepared<Answer>,
  signal: AbortSignal,
): Promise<{ answer: Answer; finish: ModelFinish }> {
  const { schema, rehearse, model, system, messages, maxOutputTokens } = prepared;
  const request = {
    system,
    messages,
    maxOutputTokens,
    model: model ?? undefined,
    signal,
    timeoutMs: callTimeoutMs,
  };
  if (models.describe().offline) {
    // Asked all the same, so that a rehearsal fails, stops and counts its words as the real thing does.
    const { finish } = await models.generate(request);
    return { answer: rehearse(), finish };
  }
  const { object, finish } = await models.generateObject({ ...request, schema });
  return { answer: object, finish };
}
