import type { ConnectedModel } from '../call/connected-model.ts';
import type { ModelFinish, ModelRequest } from '../port.ts';
import { costUsd } from './cost-usd.ts';
import { estimateRequestTokens, estimateTokens } from './estimate-tokens.ts';
import { findPrice } from './price-list.ts';

/** Token counts as a provider reported them; any of them may be missing. */
export interface ReportedUsage {
  inputTokens?: number | undefined;
  cachedInputTokens?: number | undefined;
  outputTokens?: number | undefined;
}

/** The finish of a whole answer: the provider's figures where both are there, an estimate where not. */
export function finishOfAnswer(
  model: ConnectedModel,
  answer: { reason: ModelFinish['reason']; usage: ReportedUsage; request: ModelRequest; text: string },
): ModelFinish {
  const { reason, usage, request, text } = answer;
  const reported = usage.inputTokens !== undefined && usage.outputTokens !== undefined;
  return finish(model, reason, reported ? model.reportsUsageAs : 'estimate', {
    inputTokens: usage.inputTokens ?? estimateRequestTokens(request),
    outputTokens: usage.outputTokens ?? estimateTokens(text),
    cachedInputTokens: usage.cachedInputTokens,
  });
}

/** The finish of a call that broke off: only what was reported by then, because nobody knows what was billed. */
export function finishOfBrokenCall(model: ConnectedModel, usage: ReportedUsage): ModelFinish {
  const reported = usage.inputTokens !== undefined && usage.outputTokens !== undefined;
  return finish(model, 'other', reported ? model.reportsUsageAs : 'unknown', reported ? usage : {});
}

function finish(
  model: ConnectedModel,
  reason: ModelFinish['reason'],
  usageSource: ModelFinish['usageSource'],
  usage: ReportedUsage,
): ModelFinish {
  const { provider, model: name } = model.description;
  const { inputTokens = null, outputTokens = null } = usage;
  return { reason, provider, model: name, inputTokens, outputTokens, usageSource, ...cost(model, usage) };
}

function cost(model: ConnectedModel, usage: ReportedUsage): Pick<ModelFinish, 'costUsd' | 'pricedOn'> {
  const { provider, model: name, offline } = model.description;
  if (offline) return { costUsd: '0.00000000', pricedOn: null };
  const { inputTokens, outputTokens, cachedInputTokens = 0 } = usage;
  const price = findPrice(provider, name, model.prices);
  if (!price || inputTokens === undefined || outputTokens === undefined)
    return { costUsd: null, pricedOn: null };
  const amount = costUsd(price, { inputTokens, outputTokens, cachedInputTokens });
  return { costUsd: amount, pricedOn: amount === null ? null : model.prices.checkedOn };
}
