import { InvalidResponseDataError, type LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { ModelError } from '../model-error.ts';
import type { ModelEvent, ModelRequest } from '../port.ts';
import { finishOfAnswer, type ReportedUsage } from '../usage/finish.ts';
import { assertUsable } from './assert-usable.ts';
import type { ConnectedModel } from './connected-model.ts';
import { errorOfCall } from './error-of-call.ts';
import { modelCall } from './model-call.ts';
import { addUsage, reasonFromSdk, usageFromModel } from './reported-usage.ts';
import { supervise } from './supervise.ts';

/** Streams one answer. A consumer that leaves the loop early ends the call upstream as well. */
export async function* stream(model: ConnectedModel, request: ModelRequest): AsyncGenerator<ModelEvent> {
  const silenceMs = request.timeoutMs ?? model.timeouts.firstTokenMs;
  const laterSilenceMs = request.timeoutMs ?? model.timeouts.betweenTokensMs;
  using call = supervise({ stop: request.signal, silenceMs });
  let text = '';
  let usage: ReportedUsage | undefined;
  let spoke = false;

  try {
    for await (const part of partsOf(model, request, call.signal)) {
      if (part.type === 'raw') {
        spoke = true;
        usage = addUsage(usage, model.usageIn(part.rawValue));
      } else if (part.type === 'text-delta' && part.delta !== '') {
        spoke = true;
        call.heard(laterSilenceMs);
        text += part.delta;
        yield { type: 'text', text: part.delta };
      } else if (part.type === 'reasoning-delta') {
        call.heard(laterSilenceMs);
      } else if (part.type === 'error') {
        throw spoke ? cutIfUnfinished(part.error) : part.error;
      } else if (part.type === 'finish') {
        if (part.finishReason.unified === 'interrupted') break;
        const reason = reasonFromSdk(part.finishReason.unified);
        const finish = finishOfAnswer(model, { reason, usage: usageFromModel(part.usage), request, text });
        assertUsable(text, finish);
        yield { type: 'finish', finish };
        return;
      }
    }
    throw new ModelError(spoke ? 'MODEL_STREAM_CUT' : 'MODEL_MALFORMED');
  } catch (error) {
    throw errorOfCall(error, { model, call, ...(usage && { usage }) });
  }
}

/** The model's own stream: the SDK's `streamText` around it doubles what each piece of an answer costs. */
async function* partsOf(
  model: ConnectedModel,
  request: ModelRequest,
  abortSignal: AbortSignal,
): AsyncGenerator<LanguageModelV4StreamPart> {
  abortSignal.throwIfAborted();
  const languageModel = await model.load();
  const call = modelCall(model, request, abortSignal);
  const { stream } = await languageModel.doStream({ ...call, includeRawChunks: true });
  yield* stream;
}

/** The SDK reports a stream without a finish reason as invalid data; after the first chunk it is a broken connection. */
function cutIfUnfinished(error: unknown): unknown {
  return InvalidResponseDataError.isInstance(error) ? new ModelError('MODEL_STREAM_CUT') : error;
}
