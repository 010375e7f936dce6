import { knownPrices } from '../usage/price-list.ts';
import type { ConnectedEmbedding } from './connected-embedding.ts';
import { embeddingDimensions } from './embedding-dimensions.ts';
import { offlineEmbeddingModel } from './offline-embedding-model.ts';

/** The offline embedding: what a port falls back to when its provider has no embedding model. */
export function createOfflineEmbedding(): ConnectedEmbedding {
  const { provider, modelId } = offlineEmbeddingModel;
  return {
    description: { provider, model: modelId, dimensions: embeddingDimensions, offline: true },
    load: async () => offlineEmbeddingModel,
    askedDimensions: undefined,
    reportsUsageAs: 'estimate',
    prices: knownPrices,
    timeoutMs: 60_000,
  };
}
