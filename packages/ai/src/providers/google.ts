import { z } from 'zod';
import { tokenCount } from '../usage/token-count.ts';
import type { Provider } from './provider.ts';

const chunk = z.object({
  usageMetadata: z.object({
    promptTokenCount: tokenCount,
    candidatesTokenCount: tokenCount,
    cachedContentTokenCount: tokenCount,
    thoughtsTokenCount: tokenCount,
  }),
});

/** Google's Gemini API. */
export const google: Provider = {
  name: 'google',
  baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
  defaultModel: 'gemini-3.5-flash',
  embedding: { defaultModel: 'gemini-embedding-001', takesDimensions: true },
  callOptions: {},
  async load({ baseUrl, apiKey = '', fetch }) {
    const { createGoogle } = await import('@ai-sdk/google');
    const sdk = createGoogle({ baseURL: baseUrl, apiKey, ...(fetch && { fetch }) });
    return { language: (id) => sdk.languageModel(id), embedding: (id) => sdk.embeddingModel(id) };
  },
  usageIn(raw) {
    const usage = chunk.safeParse(raw).data?.usageMetadata;
    if (!usage) return undefined;
    const { candidatesTokenCount: spoken, thoughtsTokenCount: thought } = usage;
    return {
      inputTokens: usage.promptTokenCount ?? undefined,
      outputTokens: typeof spoken === 'number' ? spoken + (thought ?? 0) : undefined,
      cachedInputTokens: usage.cachedContentTokenCount ?? undefined,
      reasoningTokens: thought ?? undefined,
    };
  },
  keyCheck: (apiKey) => ({ path: '/models?pageSize=1', headers: { 'x-goog-api-key': apiKey } }),
};
