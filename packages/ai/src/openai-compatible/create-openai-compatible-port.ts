import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4Usage } from '@ai-sdk/provider';
import { defaultTimeouts, type ModelTimeouts } from '../call/connected-model.ts';
import { usageFromWire } from '../call/reported-usage.ts';
import { createPort } from '../create-port.ts';
import type { ModelPort } from '../port.ts';
import { knownPrices, type PriceList, providerOfHost } from '../usage/price-list.ts';

const defaultModel = 'gpt-5.4-mini';
const genericProvider = 'openai-compatible';

/** How to reach a server that speaks OpenAI's chat completions. */
export interface OpenAiCompatibleOptions {
  /** With its version path: `https://api.openai.com/v1`, `http://localhost:11434/v1`. */
  baseUrl: string;
  apiKey?: string | undefined;
  model?: string | undefined;
  timeouts?: Partial<ModelTimeouts>;
  prices?: PriceList;
}

/** Connects a server that speaks OpenAI's chat completions: OpenAI itself, Ollama, vLLM, LM Studio, a gateway. */
export function createOpenAiCompatiblePort(options: OpenAiCompatibleOptions): ModelPort {
  const { baseUrl, apiKey, model = defaultModel, prices = knownPrices } = options;
  const provider = providerOfHost(new URL(baseUrl).hostname, prices) ?? genericProvider;
  const connection = createOpenAICompatible({
    name: genericProvider,
    baseURL: baseUrl,
    ...(apiKey !== undefined && { apiKey }),
    includeUsage: true,
    supportsStructuredOutputs: true,
    convertUsage,
    ...(provider === 'openai' && { transformRequestBody: adaptToOpenAi }),
  });
  return createPort({
    description: { provider, model, offline: false },
    languageModel: connection.languageModel(model),
    reportsUsageAs: 'provider',
    prices,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
  });
}

/** The SDK's own conversion turns a missing count into 0, which would be an invented figure. */
function convertUsage(usage: unknown): LanguageModelV4Usage {
  const { inputTokens, outputTokens, cachedInputTokens } = usageFromWire(usage) ?? {};
  return {
    inputTokens: {
      total: inputTokens,
      noCache: undefined,
      cacheRead: cachedInputTokens,
      cacheWrite: undefined,
    },
    outputTokens: { total: outputTokens, text: undefined, reasoning: undefined },
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
