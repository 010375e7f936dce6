export type { ModelTimeouts } from './call/connected-model.ts';
export { type ModelEnvironment, readModelEnvironment } from './env.ts';
export { ModelError, type ModelErrorCode, type ModelErrorOptions, modelErrorCodes } from './model-error.ts';
export { createOfflinePort } from './offline/create-offline-port.ts';
export type { OfflineFailure, OfflineModelOptions } from './offline/offline-model.ts';
export {
  createOpenAiCompatiblePort,
  type OpenAiCompatibleOptions,
} from './openai-compatible/create-openai-compatible-port.ts';
export type {
  ModelDescription,
  ModelEvent,
  ModelFinish,
  ModelMessage,
  ModelObjectRequest,
  ModelPort,
  ModelRequest,
  UsageSource,
} from './port.ts';
export { recordUsage, type UsageRecord } from './record-usage.ts';
export { resolveModel } from './resolve-model.ts';
export { estimateRequestTokens, estimateTokens } from './usage/estimate-tokens.ts';
