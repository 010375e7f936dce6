import type { ModelFinish, ModelRequest } from '../port.ts';
import { finishOfAnswer } from '../usage/finish.ts';
import { assertUsable } from './assert-usable.ts';
import type { ConnectedModel } from './connected-model.ts';
import { errorOfCall } from './error-of-call.ts';
import { modelCall } from './model-call.ts';
import { reasonFromSdk, usageFromModel } from './reported-usage.ts';
import { supervise } from './supervise.ts';

/** Asks for one answer and waits for all of it. */
export async function generate(
  model: ConnectedModel,
  request: ModelRequest,
): Promise<{ text: string; finish: ModelFinish }> {
  using call = supervise({
    stop: request.signal,
    silenceMs: request.timeoutMs ?? model.timeouts.wholeCallMs,
  });
  try {
    call.signal.throwIfAborted();
    const languageModel = await model.load();
    const answer = await languageModel.doGenerate(modelCall(model, request, call.signal));
    const text = answer.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
    const reason = reasonFromSdk(answer.finishReason.unified);
    const finish = finishOfAnswer(model, { reason, usage: usageFromModel(answer.usage), request, text });
    assertUsable(text, finish);
    return { text, finish };
  } catch (error) {
    throw errorOfCall(error, { model, call });
  }
}
