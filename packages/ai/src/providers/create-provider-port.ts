import { type ConnectedModel, defaultTimeouts, type ModelTimeouts } from '../call/connected-model.ts';
import { createPort } from '../create-port.ts';
import type { ConnectedEmbedding } from '../embedding/connected-embedding.ts';
import { createOfflineEmbedding } from '../embedding/create-offline-embedding.ts';
import { embeddingDimensions } from '../embedding/embedding-dimensions.ts';
import type { ModelPort } from '../port.ts';
import { knownPrices, type PriceList, providerOfHost } from '../usage/price-list.ts';
import { findProvider } from './find-provider.ts';
import type { Connection, ProviderName, SdkModels } from './provider.ts';

/** A provider and how to reach it. */
export interface ProviderPortOptions {
  provider: ProviderName;
  apiKey?: string | undefined;
  /** With its version path. Only a server that speaks OpenAI's protocol needs one. */
  baseUrl?: string | undefined;
  model?: string | undefined;
  embeddingModel?: string | undefined;
  timeouts?: Partial<ModelTimeouts>;
  prices?: PriceList;
  /** Replaces the usual `fetch`, for addresses that a person gave. */
  fetch?: typeof globalThis.fetch;
}

/** Connects a provider. Its package of the SDK is loaded by the first call. */
export function createProviderPort(options: ProviderPortOptions): ModelPort {
  const provider = findProvider(options.provider);
  const { apiKey, fetch, prices = knownPrices, baseUrl = provider.baseUrl } = options;
  if (baseUrl === undefined) throw new Error(`The provider ${provider.name} needs a base URL.`);
  const billedBy = options.baseUrl === undefined ? provider.name : billedAt(baseUrl, provider.name, prices);
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const load = once(() => provider.load({ baseUrl, apiKey, fetch } satisfies Connection));

  const model = (name = options.model ?? provider.defaultModel): ConnectedModel => ({
    description: { provider: billedBy, model: name, offline: false },
    load: async () => (await load()).language(name),
    callOptions: provider.callOptions,
    usageIn: provider.usageIn,
    reportsUsageAs: 'provider',
    prices,
    timeouts,
  });
  return createPort({ model, embedding: embeddingOf() });

  function embeddingOf(): ConnectedEmbedding {
    const name = options.embeddingModel ?? provider.embedding?.defaultModel;
    if (name === undefined || !provider.embedding) return createOfflineEmbedding();
    return {
      description: { provider: billedBy, model: name, dimensions: embeddingDimensions, offline: false },
      load: async () => embeddingIn(await load(), name),
      askedDimensions: provider.embedding.takesDimensions ? embeddingDimensions : undefined,
      reportsUsageAs: 'provider',
      prices,
      timeoutMs: timeouts.wholeCallMs,
    };
  }
}

/** A server under the name of somebody whose prices are listed, or what kind of server it is. */
function billedAt(baseUrl: string, name: ProviderName, prices: PriceList): string {
  return providerOfHost(new URL(baseUrl).hostname, prices) ?? name;
}

function embeddingIn(models: SdkModels, name: string) {
  if (!models.embedding) throw new Error('This provider has no embedding models.');
  return models.embedding(name);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
