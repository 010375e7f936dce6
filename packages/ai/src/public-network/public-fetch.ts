import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { isPublicAddress } from './is-public-address.ts';
import { limitBytes } from './limit-bytes.ts';
import { type Network, NotPublicError, publicLookup } from './public-lookup.ts';

const largestAnswerBytes = 32 * 1024 * 1024;

/**
 * A `fetch` for addresses that a person gave: it connects to public addresses only, checked at the moment of the
 * connection, follows no redirect, and reads no endless answer. It takes what the SDK sends: a URL, headers, a text or bytes.
 */
export function createPublicFetch(network: Network = {}): typeof globalThis.fetch {
  const { isPublic = isPublicAddress } = network;
  const lookup = publicLookup(network);
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { promise, resolve: settle, reject } = Promise.withResolvers<Response>();
    const fail = (cause: unknown) => {
      // The shape in which `fetch` fails, which the SDK knows.
      reject(init.signal?.aborted ? init.signal.reason : new TypeError('fetch failed', { cause }));
    };
    // A socket resolves names only: an address that is written out never passes the lookup.
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) && !isPublic(literal)) fail(new NotPublicError());
    else {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp;
      const outgoing = send(url, {
        method: init.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init.headers)),
        lookup,
        // A connection that is kept was checked for somebody else's request.
        agent: false,
        ...(init.signal && { signal: init.signal }),
      });
      outgoing.once('error', fail);
      outgoing.once('response', (incoming) => {
        if (isRedirect(incoming)) {
          incoming.destroy();
          fail(Object.assign(new Error('redirected'), { code: 'REDIRECTED' }));
        } else settle(toResponse(incoming));
      });
      const { body } = init;
      outgoing.end(typeof body === 'string' || body instanceof Uint8Array ? body : undefined);
    }
    return promise;
  };
}

function isRedirect({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 300 && statusCode < 400;
}

function toResponse(incoming: IncomingMessage): Response {
  const { statusCode: status = 502, headers } = incoming;
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  const hasBody = status !== 204 && status !== 205;
  return new Response(hasBody ? body.pipeThrough(limitBytes(largestAnswerBytes)) : null, {
    status,
    headers: pairs,
  });
}
