import { extractJsonMiddleware, generateText, NoObjectGeneratedError, Output, wrapLanguageModel } from 'ai';
import { ModelError } from '../model-error.ts';
import type { ModelFinish, ModelObjectRequest } from '../port.ts';
import { finishOfAnswer } from '../usage/finish.ts';
import { callSettings } from './call-settings.ts';
import type { ConnectedModel } from './connected-model.ts';
import { errorOfCall } from './error-of-call.ts';
import { reasonFromSdk, usageFromSdk } from './reported-usage.ts';
import { supervise } from './supervise.ts';

/** Asks for an answer that satisfies a schema; anything else counts as malformed. */
export async function generateObject<T>(
  model: ConnectedModel,
  request: ModelObjectRequest<T>,
): Promise<{ object: T; finish: ModelFinish }> {
  using call = supervise({
    stop: request.signal,
    silenceMs: request.timeoutMs ?? model.timeouts.wholeCallMs,
  });
  try {
    const { output, text, finishReason, totalUsage } = await generateText({
      ...callSettings(request),
      // Local models like to wrap their JSON in a code fence.
      model: wrapLanguageModel({ model: model.languageModel, middleware: extractJsonMiddleware() }),
      output: Output.object({ schema: request.schema }),
      // Strict schemas allow no optional fields; the answer is validated here in any case.
      providerOptions: { openaiCompatible: { strictJsonSchema: false } },
      abortSignal: call.signal,
    });
    const reason = reasonFromSdk(finishReason);
    const finish = finishOfAnswer(model, { reason, usage: usageFromSdk(totalUsage), request, text });
    return { object: output, finish };
  } catch (error) {
    throw errorOfCall(errorOfMisfit(error, model, request), { model, call });
  }
}

/** An answer that does not fit was answered, and billed, in full. */
function errorOfMisfit(error: unknown, model: ConnectedModel, request: ModelObjectRequest<unknown>): unknown {
  if (!NoObjectGeneratedError.isInstance(error) || !error.usage) return error;
  const { text = '', finishReason = 'other' } = error;
  const reason = reasonFromSdk(finishReason);
  const finish = finishOfAnswer(model, { reason, usage: usageFromSdk(error.usage), request, text });
  const code = reason === 'content-filter' ? 'MODEL_REFUSED' : 'MODEL_MALFORMED';
  return new ModelError(code, { partialUsage: finish });
}
