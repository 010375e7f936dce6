import type { LanguageModelV4Usage } from '@ai-sdk/provider';
import { usageFromChunk, usageFromWire } from '../call/reported-usage.ts';
import type { Provider } from './provider.ts';

/** Any server that speaks OpenAI's chat completions: Ollama, vLLM, LM Studio, a gateway, OpenAI itself. */
export const openaiCompatible: Provider = {
  name: 'openai-compatible',
  baseUrl: undefined,
  defaultModel: 'gpt-5.4-mini',
  // Their embedding models have one length each, and some servers refuse to be asked for another.
  embedding: { defaultModel: undefined, takesDimensions: false },
  // Strict schemas allow no optional fields; an object is validated here in any case.
  callOptions: { openaiCompatible: { strictJsonSchema: false } },
  async load({ baseUrl, apiKey, fetch }) {
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    const sdk = createOpenAICompatible({
      name: 'openai-compatible',
      baseURL: baseUrl,
      ...(apiKey !== undefined && { apiKey }),
      ...(fetch && { fetch }),
      includeUsage: true,
      supportsStructuredOutputs: true,
      convertUsage,
      ...(new URL(baseUrl).hostname === 'api.openai.com' && { transformRequestBody: adaptToOpenAi }),
    });
    return { language: (id) => sdk.languageModel(id), embedding: (id) => sdk.embeddingModel(id) };
  },
  usageIn: usageFromChunk,
  keyCheck: (apiKey) => ({ path: '/models', headers: { authorization: `Bearer ${apiKey}` } }),
};

/** The SDK's own conversion turns a missing count into 0, which would be an invented figure. */
function convertUsage(usage: unknown): LanguageModelV4Usage {
  const { inputTokens, outputTokens, cachedInputTokens, reasoningTokens } = usageFromWire(usage) ?? {};
  return {
    inputTokens: {
      total: inputTokens,
      noCache: undefined,
      cacheRead: cachedInputTokens,
      cacheWrite: undefined,
    },
    outputTokens: { total: outputTokens, text: undefined, reasoning: reasoningTokens },
  };
}

const withFixedTemperature = /^(o\d|gpt-5(-|$))/;

/**
 * OpenAI's newer models refuse the old name of the token limit, which is the only one that other servers know, and the
 * first reasoning models refuse any temperature but their own.
 */
function adaptToOpenAi(body: Record<string, unknown>): Record<string, unknown> {
  const { max_tokens, temperature, ...rest } = body;
  const fixed = withFixedTemperature.test(String(body.model));
  return {
    ...rest,
    ...(max_tokens !== undefined && { max_completion_tokens: max_tokens }),
    ...(temperature !== undefined && !fixed && { temperature }),
  };
}
