import type { EmbeddingModelV4, LanguageModelV4, SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { ReportedUsage } from '../usage/finish.ts';

/** Every kind of provider; `openai-compatible` is any server that speaks OpenAI's chat completions. */
export const providerNames = ['anthropic', 'openai', 'google', 'openai-compatible'] as const;

/** One kind of provider. */
export type ProviderName = (typeof providerNames)[number];

/** Where a provider is reached and with which key. */
export interface Connection {
  /** With its version path. */
  baseUrl: string;
  apiKey: string | undefined;
  /** Replaces the usual `fetch`, for addresses that a person gave. */
  fetch?: typeof globalThis.fetch | undefined;
}

/** The models of one connection, by name. */
export interface SdkModels {
  language(id: string): LanguageModelV4;
  embedding?(id: string): EmbeddingModelV4;
}

/** What the port must know about a kind of provider. */
export interface Provider {
  name: ProviderName;
  /** Its own address; none for servers that anybody may run. */
  baseUrl: string | undefined;
  defaultModel: string;
  embedding?: {
    defaultModel: string | undefined;
    /** Whether it gives vectors of the length that it is asked for. */
    takesDimensions: boolean;
  };
  /** What goes along with every call. */
  callOptions: SharedV4ProviderOptions;
  /** Loads the SDK's package for it, which costs memory and time, so that only a provider that is called is loaded. */
  load(connection: Connection): Promise<SdkModels>;
  /** The usage that a raw chunk of a stream reports, for streams that break off before the SDK sums up. */
  usageIn(chunk: unknown): ReportedUsage | undefined;
  /** A request that needs a valid key and costs nothing. */
  keyCheck(apiKey: string): { path: string; headers: Record<string, string> };
}
