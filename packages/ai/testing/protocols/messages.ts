import type { AnswerEnding, WireError, WireUsage } from '../model-reply.ts';
import { event, type Protocol, type Question, usageByDefault } from './protocol.ts';

const stopReasons: Record<string, string> = {
  stop: 'end_turn',
  length: 'max_tokens',
  content_filter: 'refusal',
};
const errorTypes: Record<number, string> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
  500: 'api_error',
  529: 'overloaded_error',
};

/** Anthropic's Messages. */
export const messages: Protocol = {
  name: 'anthropic',
  versionPath: '/v1',
  read: (path) => (({ '/v1/messages': 'answer', '/v1/models': 'models' }) as const)[path],
  isStreamed: (_, { stream }) => stream === true,
  opening: (question) =>
    typed('message_start', { message: { ...identity(question), content: [], usage: inputUsage() } }) +
    typed('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }) +
    typed('ping', {}),
  delta: (_, { content, reasoning_content: thought }, usage) =>
    (thought === undefined
      ? typed('content_block_delta', { index: 0, delta: { type: 'text_delta', text: content ?? '' } })
      : typed('content_block_start', { index: 1, content_block: { type: 'thinking', thinking: '' } }) +
        typed('content_block_delta', { index: 1, delta: { type: 'thinking_delta', thinking: thought } })) +
    (usage ? messageDelta(null, usage) : ''),
  ending(_, _text, ending) {
    const { usage } = ending;
    if (ending.finishReason === null) return '';
    return (
      typed('content_block_stop', { index: 0 }) +
      messageDelta(stopReason(ending), usage ?? usageByDefault) +
      typed('message_stop', {})
    );
  },
  whole: (question, text, ending) => ({
    ...identity(question),
    content: text === '' ? [] : [{ type: 'text', text }],
    stop_reason: stopReason(ending),
    stop_sequence: null,
    usage: anthropicUsage(ending.usage ?? usageByDefault),
  }),
  failure: (status, error) => ({
    status,
    body: {
      type: 'error',
      error: { type: errorTypes[status] ?? 'invalid_request_error', message: wordsOf(error) },
    },
  }),
  errorEvent: (error) =>
    typed('error', {
      error: { type: errorTypes[Number(error.code)] ?? 'api_error', message: error.message },
    }),
  texts: () => [],
  embeddings: () => ({}),
};

function typed(type: string, fields: object): string {
  return event({ type, ...fields }, type);
}

function identity({ body }: Question) {
  return { id: 'msg_test', type: 'message', role: 'assistant', model: body.model };
}

function messageDelta(reason: string | null, usage: WireUsage): string {
  return typed('message_delta', {
    delta: { stop_reason: reason, stop_sequence: null },
    usage: anthropicUsage(usage),
  });
}

/** Refusing is a reason to stop; the words for it, if any, are text. */
function stopReason({ finishReason = 'stop', refusal }: AnswerEnding): string | null {
  if (refusal !== undefined) return 'refusal';
  return finishReason === null ? null : (stopReasons[finishReason] ?? finishReason);
}

function inputUsage() {
  return { ...anthropicUsage(usageByDefault), output_tokens: 1 };
}

/** Anthropic counts apart what came from its cache and what went into it. */
function anthropicUsage({ prompt_tokens = 0, completion_tokens = 0, ...details }: WireUsage) {
  const read = details.prompt_tokens_details?.cached_tokens ?? 0;
  const written = details.prompt_tokens_details?.cache_write_tokens ?? 0;
  const thought = details.completion_tokens_details?.reasoning_tokens;
  return {
    input_tokens: prompt_tokens - read - written,
    cache_read_input_tokens: read,
    cache_creation_input_tokens: written,
    output_tokens: completion_tokens,
    ...(thought !== undefined && { output_tokens_details: { thinking_tokens: thought } }),
  };
}

function wordsOf({ message, code }: WireError): string {
  if (code === 'context_length_exceeded') return 'prompt is too long: 200001 tokens > 200000 maximum';
  if (code === 'content_filter') return 'Output blocked by content filtering policy';
  return message;
}
