import { type CallToPrice, type ModelPort, type WorstCase, worstCase } from '@commons/ai';
import type { Prepared } from './step-work.ts';

/** The most that a question can use, of whichever model its seat asks for. */
export function mostOf(
  models: Pick<ModelPort, 'priceOf'>,
  { system, messages, maxOutputTokens, model }: Prepared<unknown>,
): WorstCase & Pick<CallToPrice, 'model'> {
  const call = { system, messages, maxOutputTokens, model: model ?? undefined };
  return { ...worstCase(models, call), model: call.model };
}
