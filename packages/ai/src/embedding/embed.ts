import { errorOfCall } from '../call/error-of-call.ts';
import { supervise } from '../call/supervise.ts';
import { ModelError } from '../model-error.ts';
import type { EmbeddingRequest, ModelFinish } from '../port.ts';
import { finishOfEmbedding } from '../usage/finish.ts';
import type { ConnectedEmbedding } from './connected-embedding.ts';
import { splitBatches } from './split-batches.ts';
import { toUnitVector } from './to-unit-vector.ts';

// Google takes 100 texts. OpenAI takes 300,000 tokens, and no text has more tokens than bytes.
const limits = { texts: 100, bytes: 300_000 };

/** Turns texts into vectors, batch after batch; a failure tells what the batches before it used. */
export async function embed(
  model: ConnectedEmbedding,
  { texts, signal, timeoutMs = model.timeoutMs }: EmbeddingRequest,
): Promise<{ vectors: number[][]; finish: ModelFinish }> {
  if (texts.some((text) => text.trim() === '')) throw new TypeError('A blank text has no embedding.');
  const vectors: number[][] = [];
  let tokens: number | undefined = 0;
  for (const batch of splitBatches(texts, limits)) {
    using call = supervise({ stop: signal, silenceMs: timeoutMs });
    try {
      call.signal.throwIfAborted();
      const embeddings = await model.load();
      const { askedDimensions: dimensions } = model;
      const answer = await embeddings.doEmbed({
        values: batch,
        abortSignal: call.signal,
        ...(dimensions !== undefined && { dimensions }),
      });
      if (answer.embeddings.length !== batch.length) throw new ModelError('MODEL_MALFORMED');
      vectors.push(...answer.embeddings.map((vector) => toUnitVector(vector, model.description.dimensions)));
      tokens = sum(tokens, answer.usage?.tokens);
    } catch (error) {
      const usage = vectors.length > 0 ? { inputTokens: tokens, outputTokens: 0 } : {};
      throw errorOfCall(error, { model, call, usage });
    }
  }
  return { vectors, finish: finishOfEmbedding(model, texts, tokens) };
}

function sum(total: number | undefined, more: number | undefined): number | undefined {
  return total === undefined || more === undefined ? undefined : total + more;
}
