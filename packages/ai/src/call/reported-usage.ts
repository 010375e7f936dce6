import type { LanguageModelV4FinishReason, LanguageModelV4Usage } from '@ai-sdk/provider';
import type { LanguageModelUsage } from 'ai';
import { z } from 'zod';
import type { ModelFinish } from '../port.ts';
import type { ReportedUsage } from '../usage/finish.ts';

// More than the ledger's column holds is no count but a fault.
const count = z.int32().nonnegative().nullish();

const wireUsage = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  prompt_tokens_details: z.object({ cached_tokens: count }).nullish(),
});

/** The `usage` object of OpenAI's wire format as token counts. A count that is missing stays missing. */
export function usageFromWire(usage: unknown): ReportedUsage | undefined {
  const { success, data } = wireUsage.safeParse(usage);
  if (!success) return undefined;
  return {
    inputTokens: data.prompt_tokens ?? undefined,
    outputTokens: data.completion_tokens ?? undefined,
    cachedInputTokens: data.prompt_tokens_details?.cached_tokens ?? undefined,
  };
}

/** The usage in a raw chunk of a stream, for streams that break off before the SDK sums up. */
export function usageFromChunk(chunk: unknown): ReportedUsage | undefined {
  const usage = typeof chunk === 'object' && chunk !== null && 'usage' in chunk ? chunk.usage : undefined;
  return usageFromWire(usage);
}

/** The usage that a model of the SDK reports at the end of a stream. */
export function usageFromModel({ inputTokens, outputTokens }: LanguageModelV4Usage): ReportedUsage {
  return {
    inputTokens: inputTokens.total,
    outputTokens: outputTokens.total,
    cachedInputTokens: inputTokens.cacheRead,
  };
}

/** The usage that the SDK sums up at the end of a call. */
export function usageFromSdk(usage: LanguageModelUsage): ReportedUsage {
  return {
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    cachedInputTokens: usage.inputTokenDetails.cacheReadTokens,
  };
}

/** The SDK's reason for the end of an answer in the port's words. */
export function reasonFromSdk(reason: LanguageModelV4FinishReason['unified']): ModelFinish['reason'] {
  return reason === 'stop' || reason === 'length' || reason === 'content-filter' ? reason : 'other';
}
