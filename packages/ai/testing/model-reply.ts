import type { Gate } from './gate.ts';

/** Token counts in the format of OpenAI's chat completions; each protocol says them in its own. */
export interface WireUsage {
  prompt_tokens?: number;
  completion_tokens?: number;
  prompt_tokens_details?: { cached_tokens: number; cache_write_tokens?: number };
  completion_tokens_details?: { reasoning_tokens: number };
}

/** How an answer ends. */
export interface AnswerEnding {
  /** `stop`, unless said otherwise `length` or `content_filter`; null ends the answer without a reason, as a broken server does. */
  finishReason?: string | null;
  /** Streams send it when the request asks for it, as OpenAI does; null for a server that never reports usage. */
  usage?: WireUsage | null;
  /** The model's words for declining, which have a field of their own. */
  refusal?: string;
  /** What a reasoning model thought before it answered. */
  reasoning?: string;
}

/** What is wrong with a request; `context_length_exceeded` and `content_filter` are codes that every protocol knows. */
export interface WireError {
  message: string;
  type?: string;
  code?: string | number | null;
}

/** What the model server does with one request. */
export type ModelReply =
  | ({ kind: 'answer'; chunks: string[] } & AnswerEnding)
  /** The test drives the answer, chunk by chunk. */
  | { kind: 'gate'; gate: Gate }
  | { kind: 'error'; status: number; error: WireError | string; headers?: Record<string, string> }
  /** Falls silent, at once or after some chunks, each of which may carry the usage so far. */
  | { kind: 'hang'; chunks?: string[]; usage?: WireUsage }
  /** Drops the connection in mid-answer. */
  | { kind: 'cut'; chunks: string[] }
  /** Reports an error in mid-stream, as gateways do. */
  | { kind: 'error-chunk'; chunks: string[]; error: WireError }
  /** Sends something that is no answer. */
  | { kind: 'garbage'; body?: string };

/** A full answer, in one or more chunks. */
export function answer(text: string | string[], ending: AnswerEnding = {}): ModelReply {
  return { kind: 'answer', chunks: typeof text === 'string' ? [text] : text, ...ending };
}

/** A request that is turned down. */
export function failure(
  status: number,
  error: WireError | string = { message: 'no' },
  headers: Record<string, string> = {},
): ModelReply {
  return { kind: 'error', status, error, headers };
}
