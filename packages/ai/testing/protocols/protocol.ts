import type { ProviderName } from '../../src/providers/provider.ts';
import type { AnswerEnding, WireError, WireUsage } from '../model-reply.ts';

/** The part of a request's body that tests look at; everything else is there as well. */
export interface ModelRequestBody {
  model: string;
  messages: { role: string; content: string }[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  max_tokens?: number;
  max_completion_tokens?: number;
  temperature?: number;
  response_format?: unknown;
  [field: string]: unknown;
}

/** What a request is for. */
export interface Question {
  kind: 'answer' | 'embedding' | 'models';
  streamed: boolean;
  body: ModelRequestBody;
}

/** What one chunk adds to an answer. */
export interface Delta {
  content?: string;
  reasoning_content?: string;
}

/** A refused request as a provider says it. */
export interface WireFailure {
  status: number;
  body: unknown;
}

/** The language that a provider speaks over HTTP, in the words of `ModelReply`. */
export interface Protocol {
  name: ProviderName;
  /** The version path that a base URL ends with. */
  versionPath: string;
  /** What a request is for, or undefined for a path that the provider does not have. */
  read(path: string, body: ModelRequestBody): Question['kind'] | undefined;
  isStreamed(path: string, body: ModelRequestBody): boolean;
  /** Everything that precedes the first piece of a stream. */
  opening(question: Question): string;
  delta(question: Question, delta: Delta, usage?: WireUsage): string;
  /** Everything that follows the last piece of a stream; `text` is the whole answer. */
  ending(question: Question, text: string, ending: AnswerEnding): string;
  /** An answer that is not streamed. */
  whole(question: Question, text: string, ending: AnswerEnding): unknown;
  failure(status: number, error: WireError): WireFailure;
  errorEvent(error: WireError): string;
  /** The texts that are to become vectors. */
  texts(body: ModelRequestBody): string[];
  embeddings(vectors: number[][], tokens: number, question: Question): unknown;
}

/** Usage that a server reports unless told otherwise. */
export const usageByDefault: WireUsage = { prompt_tokens: 11, completion_tokens: 7 };

/** A server-sent event. */
export function event(data: unknown, name?: string): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  return `${name === undefined ? '' : `event: ${name}\n`}data: ${text}\n\n`;
}
