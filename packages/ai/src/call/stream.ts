import { InvalidResponseDataError, streamText } from 'ai';
import { ModelError } from '../model-error.ts';
import type { ModelEvent, ModelRequest } from '../port.ts';
import { finishOfAnswer, type ReportedUsage } from '../usage/finish.ts';
import { assertUsable } from './assert-usable.ts';
import { callSettings } from './call-settings.ts';
import type { ConnectedModel } from './connected-model.ts';
import { errorOfCall } from './error-of-call.ts';
import { reasonFromSdk, usageFromChunk, usageFromSdk } from './reported-usage.ts';
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
    const answer = streamText({
      ...callSettings(request),
      model: model.languageModel,
      abortSignal: call.signal,
      include: { rawChunks: true },
      // Errors arrive as parts of the stream; the SDK's own handler would print them.
      onError: () => undefined,
    });
    for await (const part of answer.stream) {
      if (part.type === 'raw') {
        spoke = true;
        usage = usageFromChunk(part.rawValue) ?? usage;
      } else if (part.type === 'text-delta' && part.text !== '') {
        spoke = true;
        call.heard(laterSilenceMs);
        text += part.text;
        yield { type: 'text', text: part.text };
      } else if (part.type === 'reasoning-delta') {
        call.heard(laterSilenceMs);
      } else if (part.type === 'error') {
        throw spoke ? cutIfUnfinished(part.error) : part.error;
      } else if (part.type === 'finish') {
        const reason = reasonFromSdk(part.finishReason);
        const finish = finishOfAnswer(model, { reason, usage: usageFromSdk(part.totalUsage), request, text });
        assertUsable(text, finish);
        yield { type: 'finish', finish };
        return;
      }
    }
    throw new ModelError('MODEL_STREAM_CUT');
  } catch (error) {
    throw errorOfCall(error, { model, call, ...(usage && { usage }) });
  }
}

/** The SDK reports a stream without a finish reason as invalid data; after the first chunk it is a broken connection. */
function cutIfUnfinished(error: unknown): unknown {
  return InvalidResponseDataError.isInstance(error) ? new ModelError('MODEL_STREAM_CUT') : error;
}
