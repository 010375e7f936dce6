import { setTimeout as pause } from 'node:timers/promises';
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { answerPrompt, type OfflineAnswer } from './answer-prompt.ts';
import { brokenParts, failedCall, type OfflineFailure } from './failure.ts';
import { splitChunks } from './split-chunks.ts';

export type { OfflineFailure } from './failure.ts';

/** How the offline model behaves; what it says depends on the prompt alone. */
export interface OfflineModelOptions {
  /** Milliseconds between two words of a stream. */
  paceMs?: number | undefined;
  /** Makes every call fail in this way, for tests. */
  failure?: OfflineFailure;
}

/** What it is called in descriptions, in usage and in what apps keep of an answer. */
export const offlineModelId = 'rehearsal';

const defaultPaceMs = 15;
const textId = 'answer';

/**
 * A model of the SDK that needs no network: it looks up the question in the context that the prompt carries and fills
 * templates with it. The same prompt always gives the same chunks and the same usage. It never pretends to reason.
 */
export function createOfflineModel(options: OfflineModelOptions = {}): LanguageModelV4 {
  const { paceMs = defaultPaceMs, failure } = options;
  return {
    specificationVersion: 'v4',
    provider: 'offline',
    modelId: offlineModelId,
    supportedUrls: {},
    async doGenerate(call) {
      if (failure) throw await failedCall(failure, call.abortSignal);
      const { text, finishReason, usage } = answerPrompt(call);
      return { content: [{ type: 'text', text }], finishReason, usage, warnings: [] };
    },
    async doStream(call) {
      if (failure && failure !== 'cut-stream') throw await failedCall(failure, call.abortSignal);
      const parts = answerParts(answerPrompt(call));
      return { stream: streamOf(paced(failure ? brokenParts(parts) : parts, call, paceMs)) };
    },
  };
}

// ReadableStream.from does the same, but the browser's types, under which frontends check this file, lack it.
function streamOf<T>(items: AsyncGenerator<T>): ReadableStream<T> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await items.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await items.return(undefined);
    },
  });
}

function answerParts({ text, finishReason, usage }: OfflineAnswer): LanguageModelV4StreamPart[] {
  return [
    { type: 'stream-start', warnings: [] },
    { type: 'text-start', id: textId },
    ...splitChunks(text).map((delta) => ({ type: 'text-delta' as const, id: textId, delta })),
    { type: 'text-end', id: textId },
    { type: 'finish', finishReason, usage },
  ];
}

async function* paced(
  parts: LanguageModelV4StreamPart[],
  { abortSignal }: LanguageModelV4CallOptions,
  paceMs: number,
): AsyncGenerator<LanguageModelV4StreamPart> {
  for (const part of parts) {
    if (part.type === 'text-delta' && paceMs > 0) await pause(paceMs, undefined, { signal: abortSignal });
    abortSignal?.throwIfAborted();
    yield part;
  }
}
