import { anthropic } from './anthropic.ts';
import { google } from './google.ts';
import { openai } from './openai.ts';
import { openaiCompatible } from './openai-compatible.ts';
import type { Provider, ProviderName } from './provider.ts';

const providers: Record<ProviderName, Provider> = {
  anthropic,
  openai,
  google,
  'openai-compatible': openaiCompatible,
};

/** The provider of that name. */
export function findProvider(name: ProviderName): Provider {
  return providers[name];
}
