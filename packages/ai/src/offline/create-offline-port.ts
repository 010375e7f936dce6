import { type ConnectedModel, defaultTimeouts, type ModelTimeouts } from '../call/connected-model.ts';
import { createPort } from '../create-port.ts';
import { createOfflineEmbedding } from '../embedding/create-offline-embedding.ts';
import type { ModelPort } from '../port.ts';
import { knownPrices } from '../usage/price-list.ts';
import { createOfflineModel, type OfflineModelOptions } from './offline-model.ts';

/** The port in front of the offline model: what answers when no provider is configured, and in tests. */
export function createOfflinePort(
  options: OfflineModelOptions & { timeouts?: Partial<ModelTimeouts> } = {},
): ModelPort {
  const { timeouts, ...modelOptions } = options;
  const languageModel = createOfflineModel(modelOptions);
  const model: ConnectedModel = {
    description: { provider: languageModel.provider, model: languageModel.modelId, offline: true },
    load: async () => languageModel,
    callOptions: {},
    usageIn: () => undefined,
    reportsUsageAs: 'estimate',
    prices: knownPrices,
    timeouts: { ...defaultTimeouts, ...timeouts },
  };
  return createPort({ model: () => model, embedding: createOfflineEmbedding() });
}
