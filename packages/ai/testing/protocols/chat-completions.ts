import type { AnswerEnding, WireUsage } from '../model-reply.ts';
import { type Delta, event, type Protocol, type Question, usageByDefault } from './protocol.ts';

const identity = { id: 'chatcmpl-test', created: 1_700_000_000 };

/** OpenAI's chat completions and embeddings, which many servers speak. */
export const chatCompletions: Protocol = {
  name: 'openai-compatible',
  versionPath: '/v1',
  read: (path) =>
    (({ '/v1/chat/completions': 'answer', '/v1/embeddings': 'embedding', '/v1/models': 'models' }) as const)[
      path
    ],
  isStreamed: (_, { stream }) => stream === true,
  opening: () => '',
  delta: (question, delta, usage) => event(deltaChunk(question, delta, usage)),
  ending(question, _text, { finishReason = 'stop', usage = usageByDefault, refusal }) {
    const delta = refusal === undefined ? {} : { refusal };
    const ends = refusal !== undefined || finishReason !== null;
    const asked = question.body.stream_options?.include_usage;
    const events = [
      ...(ends ? [chunk(question, { choices: [{ index: 0, delta, finish_reason: finishReason }] })] : []),
      ...(usage && asked ? [chunk(question, { choices: [], usage })] : []),
      '[DONE]',
    ];
    return events.map((data) => event(data)).join('');
  },
  whole: completion,
  failure: (status, error) => ({ status, body: { error } }),
  errorEvent: (error) => event({ error }),
  texts: ({ input }) => [input].flat() as string[],
  embeddings: (vectors, tokens, { body }) => ({
    object: 'list',
    model: body.model,
    data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  }),
};

function deltaChunk(question: Question, delta: Delta, usage?: WireUsage): unknown {
  const choices = [{ index: 0, delta: { role: 'assistant', ...delta }, finish_reason: null }];
  return chunk(question, { choices, ...(usage && { usage }) });
}

function completion(question: Question, content: string, ending: AnswerEnding): unknown {
  const { finishReason = 'stop', usage = usageByDefault, refusal, reasoning } = ending;
  const message = {
    role: 'assistant',
    content: content || null,
    ...(refusal !== undefined && { refusal }),
    ...(reasoning !== undefined && { reasoning_content: reasoning }),
  };
  return {
    ...identity,
    object: 'chat.completion',
    model: question.body.model,
    choices: [{ index: 0, message, finish_reason: finishReason }],
    ...(usage && {
      usage: { ...usage, total_tokens: (usage.prompt_tokens ?? 0) + (usage.completion_tokens ?? 0) },
    }),
  };
}

function chunk(question: Question, fields: object): unknown {
  return { ...identity, object: 'chat.completion.chunk', model: question.body.model, ...fields };
}
