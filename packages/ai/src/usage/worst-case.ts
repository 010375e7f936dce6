import type { ModelPort, ModelRequest } from '../port.ts';
import { mostTokens } from './most-tokens.ts';

const tokensOfFraming = 50;

/** A call that is about to be made, as far as its price depends on it. */
export type CallToPrice = Pick<ModelRequest, 'system' | 'messages' | 'model'> & { maxOutputTokens: number };

/** The most that a call can use. */
export interface WorstCase {
  inputTokens: number;
  outputTokens: number;
  /** In US dollars with 8 decimals, at the price of the day. Null where nobody lists a price; nothing for the offline model. */
  usd: string | null;
}

/** The most that a call can use: every byte of its prompt is read, and the answer is as long as it may be. */
export function worstCase(models: Pick<ModelPort, 'priceOf'>, call: CallToPrice): WorstCase {
  const { system, messages, model, maxOutputTokens: outputTokens } = call;
  const texts = [system, ...messages.map(({ content }) => content)];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const inputTokens = mostTokens(bytes) + tokensOfFraming * texts.length;
  return { inputTokens, outputTokens, usd: models.priceOf({ inputTokens, outputTokens, model }) };
}
