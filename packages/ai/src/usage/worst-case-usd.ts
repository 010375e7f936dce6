import type { ModelPort, ModelRequest } from '../port.ts';

const bytesPerToken = 3;
const tokensOfFraming = 50;

/** A call that is about to be made, as far as its price depends on it. */
type CallToPrice = Pick<ModelRequest, 'system' | 'messages' | 'model'> & { maxOutputTokens: number };

/**
 * The most that a call can cost at the price of the day, in US dollars with 8 decimals: no alphabet has more than one token to
 * three bytes, and the answer is as long as it may be. Null where nobody lists a price; nothing for the offline model.
 */
export function worstCaseUsd(models: Pick<ModelPort, 'priceOf'>, call: CallToPrice): string | null {
  const { model, maxOutputTokens } = call;
  return models.priceOf({ inputTokens: mostTokens(call), outputTokens: maxOutputTokens, model });
}

function mostTokens({ system, messages }: CallToPrice): number {
  const bytes = [system, ...messages.map(({ content }) => content)].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    0,
  );
  return Math.ceil(bytes / bytesPerToken) + tokensOfFraming * (messages.length + 1);
}
