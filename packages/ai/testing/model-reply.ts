/** Token counts in OpenAI's wire format. */
export interface WireUsage {
  prompt_tokens?: number;
  completion_tokens?: number;
  prompt_tokens_details?: { cached_tokens: number };
}

/** How a full answer ends. */
export interface AnswerEnding {
  finishReason?: string;
  /** Sent when the request asks for it, as OpenAI does; null for a server that never reports usage. */
  usage?: WireUsage | null;
  /** The model's words for declining, sent in their own field. */
  refusal?: string;
}

/** The `error` object of a failed request. */
export interface WireError {
  message: string;
  type?: string;
  code?: string | number | null;
}

/** What the model server does with one request. */
export type ModelReply =
  | ({ kind: 'answer'; chunks: string[] } & AnswerEnding)
  | { kind: 'gated'; gate: GateInside }
  | { kind: 'error'; status: number; error: WireError | string; headers?: Record<string, string> }
  /** Never answers, or falls silent after some chunks. */
  | { kind: 'hang'; after?: string[] }
  /** Drops the connection in mid-answer. */
  | { kind: 'cut'; after: string[] }
  /** Ends the answer properly, but without saying why it ended. */
  | { kind: 'unfinished'; after: string[] }
  /** Reports an error in mid-stream, as gateways do. */
  | { kind: 'error-chunk'; after: string[]; error: WireError }
  /** Sends something that is no chat completion. */
  | { kind: 'garbage'; body?: string };

/** The server's end of a gate. */
export interface GateInside {
  run(respond: GateResponder): Promise<void>;
}

/** What a gate makes the server do. */
export interface GateResponder {
  write(text: string): Promise<void>;
  finish(ending: AnswerEnding): void;
  cut(): void;
}

/** A full answer in one or more chunks. */
export function answer(text: string | string[], ending: AnswerEnding = {}): ModelReply {
  return { kind: 'answer', chunks: typeof text === 'string' ? [text] : text, ...ending };
}

/** A refused request. */
export function failure(status: number, error: WireError | string, headers: Record<string, string> = {}): ModelReply {
  return { kind: 'error', status, error, headers };
}
