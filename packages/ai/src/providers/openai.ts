import { z } from 'zod';
import { tokenCount } from '../usage/token-count.ts';
import type { Provider } from './provider.ts';

const chunk = z.object({
  response: z.object({
    usage: z.object({
      input_tokens: tokenCount,
      output_tokens: tokenCount,
      input_tokens_details: z.object({ cached_tokens: tokenCount }).nullish(),
      output_tokens_details: z.object({ reasoning_tokens: tokenCount }).nullish(),
    }),
  }),
});

/** OpenAI's Responses. */
export const openai: Provider = {
  name: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  defaultModel: 'gpt-5.4-mini',
  embedding: { defaultModel: 'text-embedding-3-small', takesDimensions: true },
  // OpenAI keeps Responses for 30 days unless told otherwise. Strict schemas allow no optional fields, and an object
  // is validated here in any case.
  callOptions: { openai: { store: false, strictJsonSchema: false } },
  async load({ baseUrl, apiKey = '', fetch }) {
    const { createOpenAI } = await import('@ai-sdk/openai');
    const sdk = createOpenAI({ baseURL: baseUrl, apiKey, ...(fetch && { fetch }) });
    return { language: (id) => sdk.responses(id), embedding: (id) => sdk.embeddingModel(id) };
  },
  usageIn(raw) {
    const usage = chunk.safeParse(raw).data?.response.usage;
    return (
      usage && {
        inputTokens: usage.input_tokens ?? undefined,
        outputTokens: usage.output_tokens ?? undefined,
        cachedInputTokens: usage.input_tokens_details?.cached_tokens ?? undefined,
        reasoningTokens: usage.output_tokens_details?.reasoning_tokens ?? undefined,
      }
    );
  },
  keyCheck: (apiKey) => ({ path: '/models', headers: { authorization: `Bearer ${apiKey}` } }),
};
