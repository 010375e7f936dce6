import { generateText } from 'ai';
import type { ModelFinish, ModelRequest } from '../port.ts';
import { finishOfAnswer } from '../usage/finish.ts';
import { assertUsable } from './assert-usable.ts';
import { callSettings } from './call-settings.ts';
import type { ConnectedModel } from './connected-model.ts';
import { errorOfCall } from './error-of-call.ts';
import { reasonFromSdk, usageFromSdk } from './reported-usage.ts';
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
    const { text, finishReason, totalUsage } = await generateText({
      ...callSettings(request),
      model: model.languageModel,
      abortSignal: call.signal,
    });
    const reason = reasonFromSdk(finishReason);
    const finish = finishOfAnswer(model, { reason, usage: usageFromSdk(totalUsage), request, text });
    assertUsable(text, finish);
    return { text, finish };
  } catch (error) {
    throw errorOfCall(error, { model, call });
  }
}
