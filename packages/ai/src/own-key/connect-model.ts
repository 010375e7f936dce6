import type { ModelPort } from '../port.ts';
import { createProviderPort } from '../providers/create-provider-port.ts';
import { createPublicFetch } from '../public-network/public-fetch.ts';
import { checkOwnKey, type OwnKey } from './own-key.ts';

/**
 * Connects a provider with a key of a person or an organisation. A server that they name is reached only at a public
 * address: what is inside our own network answers to the operator's environment alone.
 *
 * @example
 * const models = connectModel({ provider: 'anthropic', key, model: 'claude-sonnet-4-5' });
 */
export function connectModel(entered: OwnKey): ModelPort {
  const { provider, key, model, baseUrl } = checkOwnKey(entered);
  return createProviderPort({
    provider,
    apiKey: key,
    model,
    ...(baseUrl !== undefined && { baseUrl, fetch: createPublicFetch() }),
  });
}
