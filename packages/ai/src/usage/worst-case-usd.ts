import type { ModelDescription, ModelRequest } from '../port.ts';
import { costUsd } from './cost-usd.ts';
import { findPrice, knownPrices, type PriceList } from './price-list.ts';

const bytesPerToken = 3;
const tokensOfFraming = 50;

/** A call that is about to be made, as far as its price depends on it. */
type CallToPrice = Pick<ModelRequest, 'system' | 'messages' | 'model'> & { maxOutputTokens: number };

/**
 * The most that a call can cost at the price of the day, in US dollars with 8 decimals: no alphabet has more than one token to
 * three bytes, and the answer is as long as it may be. Null where nobody lists a price; nothing for the offline model.
 */
export function worstCaseUsd(
  { provider, model, offline }: ModelDescription,
  call: CallToPrice,
  at: Date,
  prices: PriceList = knownPrices,
): string | null {
  if (offline) return '0.00000000';
  const price = findPrice({ provider, model: call.model ?? model, at }, prices);
  if (!price) return null;
  return costUsd(price, {
    inputTokens: mostTokens(call),
    cachedInputTokens: 0,
    outputTokens: call.maxOutputTokens,
  });
}

function mostTokens({ system, messages }: CallToPrice): number {
  const bytes = [system, ...messages.map(({ content }) => content)].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    0,
  );
  return Math.ceil(bytes / bytesPerToken) + tokensOfFraming * (messages.length + 1);
}
