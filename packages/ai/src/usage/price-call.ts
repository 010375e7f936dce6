import type { Billing } from '../call/connected-model.ts';
import type { ModelFinish } from '../port.ts';
import { costUsd } from './cost-usd.ts';
import type { ReportedUsage } from './finish.ts';
import { findPrice } from './price-list.ts';

/** What a call cost at the price of its day, or why that is not known. */
export function priceCall(
  { description, prices }: Billing,
  usage: ReportedUsage,
  at: Date,
): Pick<ModelFinish, 'costUsd' | 'pricedOn' | 'unpriced'> {
  if (description.offline) return { costUsd: '0.00000000', pricedOn: null, unpriced: null };
  const { inputTokens, outputTokens, cachedInputTokens = 0, cacheWriteTokens = 0 } = usage;
  if (inputTokens === undefined || outputTokens === undefined) return unpriced('unknown-usage');
  const price = findPrice({ provider: description.provider, model: description.model, at }, prices);
  if (!price) return unpriced('unlisted-model');
  const cost = costUsd(price, { inputTokens, outputTokens, cachedInputTokens, cacheWriteTokens });
  return cost === null
    ? unpriced('unlisted-tariff')
    : { costUsd: cost, pricedOn: price.asOf, unpriced: null };
}

function unpriced(reason: NonNullable<ModelFinish['unpriced']>) {
  return { costUsd: null, pricedOn: null, unpriced: reason };
}
