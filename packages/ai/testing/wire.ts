import type { AnswerEnding, WireUsage } from './model-reply.ts';

/** The part of a chat-completions request that tests look at; everything else is there as well. */
export interface ChatRequest {
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

const usageByDefault: WireUsage = { prompt_tokens: 11, completion_tokens: 7 };
const identity = { id: 'chatcmpl-test', created: 1_700_000_000 };

/** What the answer to a request is labelled as. */
export function contentType(request: ChatRequest): string {
  return request.stream ? 'text/event-stream; charset=utf-8' : 'application/json';
}

/** A server-sent event. */
export function event(data: unknown): string {
  return `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

/** What one chunk adds to an answer. */
export interface Delta {
  content?: string;
  reasoning_content?: string;
}

/** A chunk that adds to the answer. */
export function deltaChunk(request: ChatRequest, delta: Delta, usage?: WireUsage): unknown {
  const choices = [{ index: 0, delta: { role: 'assistant', ...delta }, finish_reason: null }];
  return chunk(request, { choices, ...(usage && { usage }) });
}

/** Everything that follows the last piece of text in a stream. */
export function streamEnding(request: ChatRequest, ending: AnswerEnding): string {
  const { finishReason = 'stop', usage = usageByDefault, refusal } = ending;
  const delta = refusal === undefined ? {} : { refusal };
  const events = [
    ...(refusal !== undefined || finishReason !== null
      ? [chunk(request, { choices: [{ index: 0, delta, finish_reason: finishReason }] })]
      : []),
    ...(usage && request.stream_options?.include_usage ? [chunk(request, { choices: [], usage })] : []),
    '[DONE]',
  ];
  return events.map(event).join('');
}

/** A whole answer that is not streamed. */
export function completion(request: ChatRequest, content: string, ending: AnswerEnding): string {
  const { finishReason = 'stop', usage = usageByDefault, refusal } = ending;
  const message = { role: 'assistant', content: content || null, ...(refusal !== undefined && { refusal }) };
  return JSON.stringify({
    ...identity,
    object: 'chat.completion',
    model: request.model,
    choices: [{ index: 0, message, finish_reason: finishReason }],
    ...(usage && {
      usage: { ...usage, total_tokens: (usage.prompt_tokens ?? 0) + (usage.completion_tokens ?? 0) },
    }),
  });
}

function chunk(request: ChatRequest, fields: object): unknown {
  return { ...identity, object: 'chat.completion.chunk', model: request.model, ...fields };
}
