import type { ZodType } from 'zod';

/** Who answers: shown beside every answer, and `offline` decides whether the rehearsal notice is shown. */
export interface ModelDescription {
  provider: string;
  model: string;
  offline: boolean;
}

/** One turn of the conversation, oldest first. */
export interface ModelMessage {
  role: 'user' | 'assistant';
  content: string;
}

/** What a caller asks of a model. */
export interface ModelRequest {
  system: string;
  messages: ModelMessage[];
  /** Another model of the same provider than the usual one. The offline model answers to every name, under its own. */
  model?: string | undefined;
  maxOutputTokens?: number | undefined;
  temperature?: number | undefined;
  /** Stops the call, upstream included; the call then ends with `MODEL_STOPPED`. */
  signal?: AbortSignal | undefined;
  /** Longest silence allowed, before the first token and between tokens; without streaming, the whole call. */
  timeoutMs?: number | undefined;
}

/** A request whose answer must satisfy a schema. */
export interface ModelObjectRequest<T> extends ModelRequest {
  schema: ZodType<T>;
  /** Called once when the first piece of the answer has come; the answer is then asked for in pieces. */
  onBegun?: (() => void) | undefined;
}

/** Who turns texts into vectors. Vectors of different models cannot be compared, so keep the name beside them. */
export interface EmbeddingDescription extends ModelDescription {
  /** The length of every vector. */
  dimensions: number;
}

/** Texts that are to become vectors; none of them may be blank. */
export interface EmbeddingRequest {
  texts: string[];
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
}

/** Where the token counts come from: the provider said so, we estimated them, or nobody knows. */
export type UsageSource = 'provider' | 'estimate' | 'unknown';

/** Why a call has no cost: nobody listed the model, the figures are unknown, or it falls under a tariff not listed. */
export type Unpriced = 'unlisted-model' | 'unknown-usage' | 'unlisted-tariff';

/** How a call ended and what it used: everything that a row of the usage ledger needs. */
export interface ModelFinish {
  reason: 'stop' | 'length' | 'content-filter' | 'other';
  provider: string;
  model: string;
  inputTokens: number | null;
  /** The part of the input that came from the provider's cache; null where it did not say. */
  cachedInputTokens: number | null;
  outputTokens: number | null;
  /** The part of the output that the model thought and did not say; null where the provider did not say. */
  reasoningTokens: number | null;
  /** US dollars as a decimal string with 8 places, or null where no price is known. */
  costUsd: string | null;
  /** Why `costUsd` is null. */
  unpriced: Unpriced | null;
  usageSource: UsageSource;
  /** The day on which the price was looked up, `yyyy-mm-dd`, or null where none was needed. */
  pricedOn: string | null;
}

/** How much a call reads and writes. */
export interface CallSize {
  inputTokens: number;
  outputTokens: number;
  /** Another model of the same provider than the usual one. */
  model?: string | undefined;
}

/** What a stream yields: pieces of text, then exactly one finish. */
export type ModelEvent = { type: 'text'; text: string } | { type: 'finish'; finish: ModelFinish };

/**
 * The one way to a language model. Every method fails with a `ModelError` and with nothing else that a provider does.
 *
 * @example
 * for await (const event of models.stream({ system, messages, signal })) {
 *   if (event.type === 'text') append(event.text);
 * }
 */
export interface ModelPort {
  describe(): ModelDescription;
  stream(request: ModelRequest): AsyncIterable<ModelEvent>;
  generate(request: ModelRequest): Promise<{ text: string; finish: ModelFinish }>;
  generateObject<T>(request: ModelObjectRequest<T>): Promise<{ object: T; finish: ModelFinish }>;
  /**
   * US dollars that the model takes today for a call of this size with nothing of it in a cache, as a decimal string with 8
   * places; null where no price is known.
   */
  priceOf(size: CallSize): string | null;
  describeEmbedding(): EmbeddingDescription;
  /** One vector of length 1 for each text, in order; their dot product is their cosine. */
  embed(request: EmbeddingRequest): Promise<{ vectors: number[][]; finish: ModelFinish }>;
}
