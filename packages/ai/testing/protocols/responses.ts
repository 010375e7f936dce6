import type { AnswerEnding, WireUsage } from '../model-reply.ts';
import { chatCompletions } from './chat-completions.ts';
import { event, type Protocol, type Question, usageByDefault } from './protocol.ts';

const identity = { id: 'resp_test', object: 'response', created_at: 1_700_000_000 };
const itemId = 'msg_test';
const thoughtId = 'rs_test';
const incompleteReasons: Record<string, string> = {
  length: 'max_output_tokens',
  content_filter: 'content_filter',
};

/** OpenAI's Responses. */
export const responses: Protocol = {
  ...chatCompletions,
  name: 'openai',
  read: (path, body) => (path === '/v1/responses' ? 'answer' : chatCompletions.read(withoutChat(path), body)),
  opening: (question) =>
    typed('response.created', { response: { ...identity, model: question.body.model } }) +
    typed('response.in_progress', { response: { ...identity, model: question.body.model } }) +
    typed('response.output_item.added', {
      output_index: 0,
      item: { type: 'message', id: itemId, role: 'assistant', content: [] },
    }),
  delta: (_, { content, reasoning_content: thought }) =>
    thought === undefined
      ? typed('response.output_text.delta', {
          item_id: itemId,
          output_index: 0,
          content_index: 0,
          delta: content ?? '',
        })
      : typed('response.output_item.added', {
          output_index: 1,
          item: { type: 'reasoning', id: thoughtId, summary: [] },
        }) +
        typed('response.reasoning_summary_text.delta', {
          item_id: thoughtId,
          output_index: 1,
          summary_index: 0,
          delta: thought,
        }),
  ending(question, text, ending) {
    if (ending.finishReason === null && ending.refusal === undefined) return '';
    const part = { item_id: itemId, output_index: 0, content_index: 0 };
    const response = whole(question, text, ending);
    return (
      (ending.refusal === undefined
        ? ''
        : typed('response.refusal.delta', { ...part, delta: ending.refusal }) +
          typed('response.refusal.done', { ...part, refusal: ending.refusal })) +
      typed('response.output_item.done', { output_index: 0, item: message(text, ending) }) +
      typed(`response.${response.status}`, { response })
    );
  },
  whole,
  errorEvent: ({ message: words, code = null }) =>
    typed('error', { code: code === null ? null : String(code), message: words, param: null }),
};

function withoutChat(path: string): string {
  return path === '/v1/chat/completions' ? '' : path;
}

function typed(type: string, fields: object): string {
  return event({ type, sequence_number: 0, ...fields }, type);
}

function message(text: string, { refusal }: AnswerEnding) {
  const content =
    refusal === undefined
      ? { type: 'output_text', text, annotations: [], logprobs: [] }
      : { type: 'refusal', refusal };
  return { type: 'message', id: itemId, role: 'assistant', status: 'completed', content: [content] };
}

function whole(question: Question, text: string, ending: AnswerEnding) {
  const { finishReason = 'stop', usage = usageByDefault } = ending;
  const reason = incompleteReasons[finishReason ?? ''];
  return {
    ...identity,
    model: question.body.model,
    status: reason === undefined ? 'completed' : 'incomplete',
    incomplete_details: reason === undefined ? null : { reason },
    error: null,
    output: [message(text, ending)],
    ...(usage && { usage: responsesUsage(usage) }),
  };
}

function responsesUsage({ prompt_tokens = 0, completion_tokens = 0, ...details }: WireUsage) {
  return {
    input_tokens: prompt_tokens,
    output_tokens: completion_tokens,
    input_tokens_details: { cached_tokens: details.prompt_tokens_details?.cached_tokens ?? 0 },
    output_tokens_details: { reasoning_tokens: details.completion_tokens_details?.reasoning_tokens ?? 0 },
  };
}
