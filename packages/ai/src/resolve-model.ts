import { chooseProvider } from './choose-provider.ts';
import { type ModelEnvironment, readModelEnvironment } from './env.ts';
import { createOfflinePort } from './offline/create-offline-port.ts';
import type { ModelPort } from './port.ts';
import { createProviderPort } from './providers/create-provider-port.ts';

/** Connects the provider that the environment configures, or the offline model when there is none. */
export function resolveModel(env: ModelEnvironment): ModelPort {
  const settings = readModelEnvironment(env);
  const chosen = chooseProvider(settings);
  return chosen ? createProviderPort(chosen) : createOfflinePort({ paceMs: settings.OFFLINE_MODEL_PACE_MS });
}
