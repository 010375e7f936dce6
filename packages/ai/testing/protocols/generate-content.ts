import type { AnswerEnding, WireError, WireUsage } from '../model-reply.ts';
import { event, type Protocol, type Question, usageByDefault } from './protocol.ts';

const finishReasons: Record<string, string> = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  content_filter: 'SAFETY',
};
const statuses: Record<number, string> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};
const answerPath = /^\/v1beta\/models\/[^/:]+:(generateContent|streamGenerateContent\?alt=sse)$/;
const embeddingPath = /^\/v1beta\/models\/[^/:]+:(embedContent|batchEmbedContents)$/;

interface EmbedContent {
  content: { parts: { text: string }[] };
}

/** Google's Gemini API. */
export const generateContent: Protocol = {
  name: 'google',
  versionPath: '/v1beta',
  read(path) {
    if (answerPath.test(path)) return 'answer';
    if (embeddingPath.test(path)) return 'embedding';
    return path === '/v1beta/models' ? 'models' : undefined;
  },
  isStreamed: (path) => path.includes(':streamGenerateContent'),
  opening: () => '',
  delta: (question, { content, reasoning_content: thought }, usage) =>
    event(
      chunk(
        question,
        thought === undefined ? [{ text: content ?? '' }] : [{ text: thought, thought: true }],
        usage && { usageMetadata: googleUsage(usage) },
      ),
    ),
  ending(question, _text, ending) {
    if (ending.finishReason === null && ending.refusal === undefined) return '';
    return event(finished(question, [], ending));
  },
  whole: (question, text, ending) => finished(question, text === '' ? [] : [{ text }], ending),
  failure(status, error) {
    if (error.code === 'content_filter') {
      return { status: 200, body: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } } };
    }
    return { status, body: { error: googleError(status, error) } };
  },
  errorEvent: (error) => event({ error: googleError(Number(error.code) || 500, error) }),
  texts({ requests, content }) {
    const asked = (requests ?? [{ content }]) as EmbedContent[];
    return asked.map((one) => one.content.parts.map(({ text }) => text).join(''));
  },
  embeddings: (vectors, _tokens, { body }) =>
    body.requests === undefined
      ? { embedding: { values: vectors[0] } }
      : { embeddings: vectors.map((values) => ({ values })) },
};

function chunk(question: Question, parts: object[], more: object = {}) {
  return {
    candidates: [{ index: 0, content: { role: 'model', parts } }],
    modelVersion: question.body.model,
    responseId: 'test',
    ...more,
  };
}

function finished(question: Question, parts: object[], ending: AnswerEnding) {
  const { finishReason = 'stop', usage = usageByDefault, refusal } = ending;
  const reason = refusal === undefined ? finishReasons[finishReason ?? ''] : 'SAFETY';
  const whole = chunk(question, parts, usage ? { usageMetadata: googleUsage(usage) } : {});
  return {
    ...whole,
    candidates: whole.candidates.map((candidate) => ({
      ...candidate,
      ...(reason !== undefined && { finishReason: reason }),
    })),
  };
}

/** Google counts thoughts beside what was said. */
function googleUsage({ prompt_tokens = 0, completion_tokens = 0, ...details }: WireUsage) {
  const thought = details.completion_tokens_details?.reasoning_tokens ?? 0;
  return {
    promptTokenCount: prompt_tokens,
    candidatesTokenCount: completion_tokens - thought,
    totalTokenCount: prompt_tokens + completion_tokens,
    cachedContentTokenCount: details.prompt_tokens_details?.cached_tokens ?? 0,
    thoughtsTokenCount: thought,
  };
}

function googleError(status: number, { message, code }: WireError) {
  const tooLong = 'The input token count (1048577) exceeds the maximum number of tokens allowed (1048576).';
  return {
    code: status,
    message: code === 'context_length_exceeded' ? tooLong : message,
    status: statuses[status] ?? 'INVALID_ARGUMENT',
  };
}
