import type { NoObjectGeneratedError } from 'ai';
import { ModelError } from '../model-error.ts';
import type { ModelFinish, ModelObjectRequest } from '../port.ts';
import { finishOfAnswer } from '../usage/finish.ts';
import { assertUsable } from './assert-usable.ts';
import { callSettings } from './call-settings.ts';
import type { ConnectedModel } from './connected-model.ts';
import { errorOfCall } from './error-of-call.ts';
import { reasonFromSdk, usageFromSdk } from './reported-usage.ts';
import { supervise } from './supervise.ts';
import { tellBeginning } from './tell-beginning.ts';

/** Asks for an answer that satisfies a schema; anything else counts as malformed. */
export async function generateObject<T>(
  model: ConnectedModel,
  request: ModelObjectRequest<T>,
): Promise<{ object: T; finish: ModelFinish }> {
  using call = supervise({
    stop: request.signal,
    silenceMs: request.timeoutMs ?? model.timeouts.wholeCallMs,
  });
  // The one verb that needs all of the SDK, which costs 8 MiB: loaded by the first who asks for an object.
  const { extractJsonMiddleware, generateText, NoObjectGeneratedError, Output, wrapLanguageModel } =
    await import('ai');
  try {
    const answer = await generateText({
      ...callSettings(request),
      model: wrapLanguageModel({
        model: await model.load(),
        // Local models like to wrap their JSON in a code fence.
        middleware: [extractJsonMiddleware(), ...(request.onBegun ? [tellBeginning(request.onBegun)] : [])],
      }),
      output: Output.object({ schema: request.schema }),
      providerOptions: model.callOptions,
      abortSignal: call.signal,
    });
    const { text } = answer;
    const reason = reasonFromSdk(answer.finishReason);
    const finish = finishOfAnswer(model, { reason, usage: usageFromSdk(answer.totalUsage), request, text });
    assertUsable(text, finish);
    // The SDK reads no object out of an answer that was cut short.
    if (reason !== 'stop') throw new ModelError('MODEL_MALFORMED', { partialUsage: finish });
    return { object: answer.output, finish };
  } catch (error) {
    const misfit = NoObjectGeneratedError.isInstance(error) && errorOfMisfit(error, model, request);
    throw errorOfCall(misfit || error, { model, call });
  }
}

/** An answer that does not fit was answered, and billed, in full. */
function errorOfMisfit(
  { text = '', finishReason = 'other', usage }: NoObjectGeneratedError,
  model: ConnectedModel,
  request: ModelObjectRequest<unknown>,
): ModelError {
  const reason = reasonFromSdk(finishReason);
  const code = reason === 'content-filter' ? 'MODEL_REFUSED' : 'MODEL_MALFORMED';
  if (!usage) return new ModelError(code);
  const partialUsage = finishOfAnswer(model, { reason, usage: usageFromSdk(usage), request, text });
  return new ModelError(code, { partialUsage });
}
