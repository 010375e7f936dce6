import { describe, expect, it } from 'vitest';
import { failure, type ModelReply, startModelServer } from '../../testing/index.ts';
import { findProvider } from '../providers/find-provider.ts';
import { type ProviderName, providerNames } from '../providers/provider.ts';
import { askForModels, type KeyVerdict } from './verify-key.ts';

const key = 'sk-secret-0123456789';

function check(provider: ProviderName, baseUrl: string, signal = new AbortController().signal) {
  const { headers, path } = findProvider(provider).keyCheck(key);
  return askForModels({ baseUrl, path, headers, fetch: globalThis.fetch, signal });
}

describe.each(providerNames)('the key of %s', (provider) => {
  it.each<[string, ModelReply, KeyVerdict]>([
    ['the list of models', { kind: 'answer', chunks: [] }, 'ok'],
    ['401', failure(401, { message: 'no' }), 'refused'],
    ['403', failure(403, { message: 'no' }), 'refused'],
    ['429', failure(429, { message: 'slow down' }), 'unreachable'],
    ['500', failure(500, { message: 'oops' }), 'unreachable'],
    ['a redirect', failure(302, 'elsewhere', { location: '?again' }), 'unreachable'],
    ['a cut connection', { kind: 'cut', chunks: [] }, 'unreachable'],
  ])('that is answered with %s', async (_what, reply, verdict) => {
    await using server = await startModelServer(provider);
    server.reply(reply);
    expect(await check(provider, server.url)).toBe(verdict);
    expect(JSON.stringify(server.requests[0]?.headers)).toContain(key);
    expect(server.requests[0]?.path).not.toContain(key);
    // It follows nobody.
    expect(server.requests).toHaveLength(1);
  });

  it('is unknown when nobody is there, or nobody answers', async () => {
    const server = await startModelServer(provider);
    server.reply({ kind: 'hang' });
    const stop = new AbortController();
    const asking = check(provider, server.url, stop.signal);
    await server.request(0);
    stop.abort();
    expect(await asking).toBe('unreachable');
    await server.close();
    expect(await check(provider, server.url)).toBe('unreachable');
  });
});

it('knows how Google says that a key is wrong', async () => {
  await using server = await startModelServer('google');
  server.reply(failure(400, { message: 'API key not valid. Please pass a valid API key.' }));
  expect(await check('google', server.url)).toBe('refused');
});
