import type { LanguageModelV4FinishReason, LanguageModelV4Usage } from '@ai-sdk/provider';
import type { LanguageModelUsage } from 'ai';
import { z } from 'zod';
import type { ModelFinish } from '../port.ts';
import type { ReportedUsage } from '../usage/finish.ts';
import { tokenCount } from '../usage/token-count.ts';

const wireUsage = z.object({
  prompt_tokens: tokenCount,
  completion_tokens: tokenCount,
  prompt_tokens_details: z.object({ cached_tokens: tokenCount }).nullish(),
  completion_tokens_details: z.object({ reasoning_tokens: tokenCount }).nullish(),
});

/** What is known of a call's usage when one more chunk has reported some of it. */
export function addUsage(
  known: ReportedUsage | undefined,
  reported: ReportedUsage | undefined,
): ReportedUsage | undefined {
  if (!reported) return known;
  const counts = Object.entries(reported).filter(([, count]) => count !== undefined);
  return { ...known, ...Object.fromEntries(counts) };
}

/** The `usage` object of OpenAI's wire format as token counts. A count that is missing stays missing. */
export function usageFromWire(usage: unknown): ReportedUsage | undefined {
  const { success, data } = wireUsage.safeParse(usage);
  if (!success) return undefined;
  return {
    inputTokens: data.prompt_tokens ?? undefined,
    outputTokens: data.completion_tokens ?? undefined,
    cachedInputTokens: data.prompt_tokens_details?.cached_tokens ?? undefined,
    reasoningTokens: data.completion_tokens_details?.reasoning_tokens ?? undefined,
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
    cacheWriteTokens: inputTokens.cacheWrite,
    reasoningTokens: outputTokens.reasoning,
  };
}

/** The usage that the SDK sums up at the end of a call. */
export function usageFromSdk(usage: LanguageModelUsage): ReportedUsage {
  return {
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    cachedInputTokens: usage.inputTokenDetails.cacheReadTokens,
    cacheWriteTokens: usage.inputTokenDetails.cacheWriteTokens,
    reasoningTokens: usage.outputTokenDetails.reasoningTokens,
  };
}

/** The SDK's reason for the end of an answer in the port's words. */
export function reasonFromSdk(reason: LanguageModelV4FinishReason['unified']): ModelFinish['reason'] {
  return reason === 'stop' || reason === 'length' || reason === 'content-filter' ? reason : 'other';
}
