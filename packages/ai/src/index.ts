export type { ModelTimeouts } from './call/connected-model.ts';
export { type ModelEnvironment, readModelEnvironment } from './env.ts';
export { ModelError, type ModelErrorCode, type ModelErrorOptions, modelErrorCodes } from './model-error.ts';
export { createOfflinePort } from './offline/create-offline-port.ts';
export { type OfflineFailure, type OfflineModelOptions, offlineModelId } from './offline/offline-model.ts';
export { connectModel } from './own-key/connect-model.ts';
export type { OwnKey } from './own-key/own-key.ts';
export { type KeyVerdict, verifyKey } from './own-key/verify-key.ts';
export type {
  CallSize,
  EmbeddingDescription,
  EmbeddingRequest,
  ModelDescription,
  ModelEvent,
  ModelFinish,
  ModelMessage,
  ModelObjectRequest,
  ModelPort,
  ModelRequest,
  Unpriced,
  UsageSource,
} from './port.ts';
export {
  createOpenAiCompatiblePort,
  type OpenAiCompatibleOptions,
} from './providers/create-openai-compatible-port.ts';
export type { ProviderName } from './providers/provider.ts';
export { createPublicFetch } from './public-network/public-fetch.ts';
export { NotPublicError } from './public-network/public-lookup.ts';
export { type CallToReserve, type ModelQuota, releaseCall, reserveCall } from './quota/reserve-call.ts';
export { recordUsage, type UsageRecord } from './record-usage.ts';
export { resolveModel } from './resolve-model.ts';
export { estimateRequestTokens, estimateTokens } from './usage/estimate-tokens.ts';
export { mostTokens } from './usage/most-tokens.ts';
export { type CallToPrice, type WorstCase, worstCase } from './usage/worst-case.ts';
