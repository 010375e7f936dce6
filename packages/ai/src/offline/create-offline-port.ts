import { defaultTimeouts, type ModelTimeouts } from '../call/connected-model.ts';
import { createPort } from '../create-port.ts';
import type { ModelPort } from '../port.ts';
import { knownPrices } from '../usage/price-list.ts';
import { createOfflineModel, type OfflineModelOptions } from './offline-model.ts';

/** The port in front of the offline model: what answers when no server is configured, and in tests. */
export function createOfflinePort(
  options: OfflineModelOptions & { timeouts?: Partial<ModelTimeouts> } = {},
): ModelPort {
  const { timeouts, ...modelOptions } = options;
  const languageModel = createOfflineModel(modelOptions);
  return createPort({
    description: { provider: languageModel.provider, model: languageModel.modelId, offline: true },
    languageModel,
    reportsUsageAs: 'estimate',
    prices: knownPrices,
    timeouts: { ...defaultTimeouts, ...timeouts },
  });
}
