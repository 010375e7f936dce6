import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { createPublicFetch } from './public-fetch.ts';

/** Lets this machine pass for the open internet, so that a connection can be made at all. */
const isPublic = (address: string) => address === '127.0.0.1';

const resolvingTo =
  (...answers: string[][]): LookupFunction =>
  (_host, _options, callback) => {
    const addresses = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };

async function startServer(handle: RequestListener, host = '127.0.0.1') {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    handle(request, response);
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://models.example:${port}/v1`,
    port,
    requests: () => requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const ok: RequestListener = (_request, response) => void response.end('{"ok":true}');

describe('fetching from an address that a person gave', () => {
  it('sends what it is given and returns what comes, as fetch does', async () => {
    const seen: unknown[] = [];
    await using server = await startServer(async (request, response) => {
      const body = await text(request);
      seen.push(request.method, request.headers['x-key'], request.headers.host, body);
      response.writeHead(418, { 'x-answer': '42' }).end('tea');
    });
    const fetch = createPublicFetch({ resolve: resolvingTo(['127.0.0.1']), isPublic });
    const response = await fetch(server.url, { method: 'POST', headers: { 'X-Key': 'k' }, body: 'hi' });
    expect([response.status, response.headers.get('x-answer'), await response.text()]).toEqual([
      418,
      '42',
      'tea',
    ]);
    expect(seen).toEqual(['POST', 'k', `models.example:${server.port}`, 'hi']);
  });

  it.each([
    ['a name for this machine', ['127.0.0.1']],
    ['a name for the metadata of a cloud', ['169.254.169.254']],
    ['a name with a public and a private address', ['93.184.216.34', '10.0.0.1']],
    ['a name that resolves to nothing', []],
  ])('connects to no server behind %s', async (_what, addresses) => {
    await using server = await startServer(ok);
    const fetching = createPublicFetch({ resolve: resolvingTo(addresses) })(server.url);
    await expect(fetching).rejects.toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ADDRESS_NOT_PUBLIC' },
    });
    expect(server.requests()).toBe(0);
  });

  it('connects to no address that is written out', async () => {
    await using server = await startServer(ok);
    for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433']) {
      await expect(createPublicFetch()(`http://${host}:${server.port}/v1`)).rejects.toMatchObject({
        cause: { code: 'ADDRESS_NOT_PUBLIC' },
      });
    }
    expect(server.requests()).toBe(0);
  });

  it('asks for the address once, and again for the next request, so that a change gains nothing', async () => {
    await using server = await startServer(ok);
    const fetch = createPublicFetch({ resolve: resolvingTo(['127.0.0.1'], ['127.0.0.2']), isPublic });
    expect((await fetch(server.url)).status).toBe(200);
    await expect(fetch(server.url)).rejects.toMatchObject({ cause: { code: 'ADDRESS_NOT_PUBLIC' } });
    expect(server.requests()).toBe(1);
  });

  it('follows no redirect', async () => {
    await using inside = await startServer(ok);
    await using server = await startServer((_request, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${inside.port}/` }).end(),
    );
    const fetch = createPublicFetch({ resolve: resolvingTo(['127.0.0.1']), isPublic });
    await expect(fetch(server.url)).rejects.toMatchObject({ cause: { code: 'REDIRECTED' } });
    expect(inside.requests()).toBe(0);
  });

  it('breaks off when it is aborted, before the answer and during it', async () => {
    const closed = Promise.withResolvers<void>();
    await using server = await startServer((_request, response) => {
      response.once('close', closed.resolve).write('half');
    });
    const fetch = createPublicFetch({ resolve: resolvingTo(['127.0.0.1']), isPublic });
    await expect(fetch(server.url, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    const stop = new AbortController();
    const response = await fetch(server.url, { signal: stop.signal });
    stop.abort();
    await expect(response.text()).rejects.toThrow();
    await closed.promise;
  });
});
