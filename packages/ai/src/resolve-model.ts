import { type ModelEnvironment, readModelEnvironment } from './env.ts';
import { createOfflinePort } from './offline/create-offline-port.ts';
import { createOpenAiCompatiblePort } from './openai-compatible/create-openai-compatible-port.ts';
import type { ModelPort } from './port.ts';

/**
 * Chooses the model: the server at `OPENAI_BASE_URL`, or the offline model when there is none. A key alone does not
 * choose a server, so that one left over in a shell sends nothing anywhere.
 */
export function resolveModel(env: ModelEnvironment): ModelPort {
  const settings = readModelEnvironment(env);
  if (settings.OPENAI_BASE_URL === undefined) {
    return createOfflinePort({ paceMs: settings.OFFLINE_MODEL_PACE_MS });
  }
  return createOpenAiCompatiblePort({
    baseUrl: settings.OPENAI_BASE_URL,
    apiKey: settings.OPENAI_API_KEY,
    model: settings.OPENAI_MODEL,
  });
}
