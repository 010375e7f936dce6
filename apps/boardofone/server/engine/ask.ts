import { ModelError, type ModelFinish, type ModelPort, type ModelRequest } from '@commons/ai';
import type { Prepared } from './step-work.ts';

const callTimeoutMs = 180_000;

/** Asks the model, or lets the rehearsal answer where there is none; the port's usage is kept either way. */
export async function ask<Answer>(
  models: ModelPort,
  prepared: Prepared<Answer>,
  { signal, onBegun }: { signal: AbortSignal; onBegun?: (() => void) | undefined },
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
  if (models.describe().offline)
    return { answer: rehearse(), finish: await rehearsed(models, request, onBegun) };
  const { object, finish } = await models.generateObject({ ...request, schema, onBegun });
  return { answer: object, finish };
}

/** Asked all the same, so that a rehearsal takes its time, fails, stops and counts its words as the real thing does. */
async function rehearsed(
  models: ModelPort,
  request: ModelRequest,
  onBegun: (() => void) | undefined,
): Promise<ModelFinish> {
  let hasBegun = false;
  for await (const event of models.stream(request)) {
    if (event.type === 'finish') return event.finish;
    if (!hasBegun) onBegun?.();
    hasBegun = true;
  }
  throw new ModelError('MODEL_STREAM_CUT');
}
