import { findProvider } from '../providers/find-provider.ts';
import { createPublicFetch } from '../public-network/public-fetch.ts';
import { checkOwnKey, type OwnKey } from './own-key.ts';

/** Whether a provider takes a key; `unreachable` where it could not be asked, or did not say. */
export type KeyVerdict = 'ok' | 'refused' | 'unreachable';

const timeoutMs = 10_000;

/** Asks a provider for its list of models, which needs a valid key and costs nothing. */
export async function verifyKey(
  entered: OwnKey,
  { signal }: { signal?: AbortSignal } = {},
): Promise<KeyVerdict> {
  const { provider: name, key, baseUrl } = checkOwnKey(entered);
  const provider = findProvider(name);
  return askForModels({
    ...provider.keyCheck(key),
    baseUrl: baseUrl ?? provider.baseUrl ?? '',
    fetch: baseUrl === undefined ? globalThis.fetch : createPublicFetch(),
    signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
  });
}

/** Sends a key check and judges the answer. */
export async function askForModels(check: {
  baseUrl: string;
  path: string;
  headers: Record<string, string>;
  fetch: typeof globalThis.fetch;
  signal: AbortSignal;
}): Promise<KeyVerdict> {
  try {
    const response = await check.fetch(`${check.baseUrl.replace(/\/+$/, '')}${check.path}`, {
      headers: check.headers,
      // A key must not follow a redirect to somebody else.
      redirect: 'error',
      signal: check.signal,
    });
    if (response.ok) {
      await response.body?.cancel();
      return 'ok';
    }
    const refused = [401, 403].includes(response.status) || (await namesTheKey(response));
    return refused ? 'refused' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

/** Google answers 400 to a wrong key, as it does to any other mistake. */
async function namesTheKey(response: Response): Promise<boolean> {
  const body = await response.text();
  return response.status === 400 && /API_KEY_INVALID|API key (not valid|expired)/.test(body);
}
