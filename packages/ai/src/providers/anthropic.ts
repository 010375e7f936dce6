import { z } from 'zod';
import type { ReportedUsage } from '../usage/finish.ts';
import { tokenCount } from '../usage/token-count.ts';
import type { Provider } from './provider.ts';

const started = z.object({
  type: z.literal('message_start'),
  message: z.object({
    usage: z.object({
      input_tokens: tokenCount,
      cache_read_input_tokens: tokenCount,
      cache_creation_input_tokens: tokenCount,
    }),
  }),
});
const ended = z.object({ type: z.literal('message_delta'), usage: z.object({ output_tokens: tokenCount }) });
const chunk = z.discriminatedUnion('type', [started, ended]);

/** Anthropic's Messages. */
export const anthropic: Provider = {
  name: 'anthropic',
  baseUrl: 'https://api.anthropic.com/v1',
  defaultModel: 'claude-haiku-4-5',
  callOptions: {},
  async load({ baseUrl, apiKey = '', fetch }) {
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    const sdk = createAnthropic({ baseURL: baseUrl, apiKey, ...(fetch && { fetch }) });
    return { language: (id) => sdk.languageModel(id) };
  },
  usageIn(raw): ReportedUsage | undefined {
    const { data } = chunk.safeParse(raw);
    if (data?.type === 'message_delta') return { outputTokens: data.usage.output_tokens ?? undefined };
    if (typeof data?.message.usage.input_tokens !== 'number') return undefined;
    // Unlike the others, Anthropic does not count what went through its cache as input.
    const { input_tokens, cache_read_input_tokens, cache_creation_input_tokens } = data.message.usage;
    const [read, written] = [cache_read_input_tokens ?? 0, cache_creation_input_tokens ?? 0];
    return {
      inputTokens: input_tokens + read + written,
      cachedInputTokens: read,
      cacheWriteTokens: written,
    };
  },
  keyCheck: (apiKey) => ({
    path: '/models?limit=1',
    headers: { 'x-api-key': apiKey, 'anthropic-version': '2023-06-01' },
  }),
};
