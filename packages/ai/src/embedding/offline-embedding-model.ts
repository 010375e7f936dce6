import type { EmbeddingModelV4 } from '@ai-sdk/provider';
import { contentWords } from '../offline/words.ts';
import { estimateTokens } from '../usage/estimate-tokens.ts';
import { embeddingDimensions } from './embedding-dimensions.ts';

/**
 * An embedding model that needs no network: each word and each pair of neighbours adds to one place of the vector. The
 * same text always gives the same vector, and texts that share words are near each other. It is a rehearsal: it knows
 * words and no meanings.
 */
export const offlineEmbeddingModel: EmbeddingModelV4 = {
  specificationVersion: 'v4',
  provider: 'offline',
  modelId: 'word-hash',
  maxEmbeddingsPerCall: undefined,
  supportsParallelCalls: true,
  async doEmbed({ values }) {
    const tokens = values.reduce((total, text) => total + estimateTokens(text), 0);
    return { embeddings: values.map(hashWords), usage: { tokens }, warnings: [] };
  },
};

function hashWords(text: string): number[] {
  const words = contentWords(text);
  const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`);
  // A text of stop words and punctuation is still some text, and near itself only.
  const features = words.length > 0 ? [...words, ...pairs] : [text];
  const vector = new Array<number>(embeddingDimensions).fill(0);
  for (const feature of features) {
    const place = hash(feature) % embeddingDimensions;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}

/** FNV-1a over code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
