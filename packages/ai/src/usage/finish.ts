import type { Billing } from '../call/connected-model.ts';
import type { ModelFinish, ModelRequest } from '../port.ts';
import { estimateRequestTokens, estimateTokens } from './estimate-tokens.ts';
import { priceCall } from './price-call.ts';

/** Token counts as a provider reported them; any of them may be missing. */
export interface ReportedUsage {
  /** All of the input, whether it came from a cache, went into one, or neither. */
  inputTokens?: number | undefined;
  cachedInputTokens?: number | undefined;
  cacheWriteTokens?: number | undefined;
  /** All of the output, thoughts included. */
  outputTokens?: number | undefined;
  reasoningTokens?: number | undefined;
}

/** The finish of a whole answer: the provider's figures where both are there, an estimate where not. */
export function finishOfAnswer(
  model: Billing,
  answer: { reason: ModelFinish['reason']; usage: ReportedUsage; request: ModelRequest; text: string },
): ModelFinish {
  const { reason, usage, request, text } = answer;
  const reported = usage.inputTokens !== undefined && usage.outputTokens !== undefined;
  return finish(model, reason, reported ? model.reportsUsageAs : 'estimate', {
    ...usage,
    inputTokens: usage.inputTokens ?? estimateRequestTokens(request),
    outputTokens: usage.outputTokens ?? estimateTokens(text),
  });
}

/** The finish of a call that turned texts into vectors. */
export function finishOfEmbedding(model: Billing, texts: string[], tokens: number | undefined): ModelFinish {
  const estimate = texts.reduce((total, text) => total + estimateTokens(text), 0);
  const usage = { inputTokens: tokens ?? estimate, outputTokens: 0 };
  return finish(model, 'stop', tokens === undefined ? 'estimate' : model.reportsUsageAs, usage);
}

/** The finish of a call that broke off: only what was reported by then, because nobody knows what was billed. */
export function finishOfBrokenCall(model: Billing, usage: ReportedUsage): ModelFinish {
  const reported = usage.inputTokens !== undefined && usage.outputTokens !== undefined;
  return finish(model, 'other', reported ? model.reportsUsageAs : 'unknown', reported ? usage : {});
}

function finish(
  model: Billing,
  reason: ModelFinish['reason'],
  usageSource: ModelFinish['usageSource'],
  usage: ReportedUsage,
): ModelFinish {
  const { provider, model: name } = model.description;
  return {
    reason,
    provider,
    model: name,
    inputTokens: usage.inputTokens ?? null,
    cachedInputTokens: usage.cachedInputTokens ?? null,
    outputTokens: usage.outputTokens ?? null,
    reasoningTokens: usage.reasoningTokens ?? null,
    usageSource,
    ...priceCall(model, usage, new Date()),
  };
}
