import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { ProviderName } from '../src/providers/provider.ts';
import { type CapturedRequest, openExchange } from './exchange.ts';
import { giveData } from './give-data.ts';
import { giveReply } from './give-reply.ts';
import { answer, type ModelReply } from './model-reply.ts';
import { findProtocol } from './protocols/find-protocol.ts';
import type { ModelRequestBody } from './protocols/protocol.ts';

/** A local server that speaks the protocol of a provider, streamed or not, and does as it is told. */
export interface ModelServer extends AsyncDisposable {
  /** The base URL, for `OPENAI_BASE_URL` for one. */
  url: string;
  /** Every request so far, in order. */
  requests: CapturedRequest[];
  /** The request of that number, counted from 0, as soon as it has arrived. */
  request(index: number): Promise<CapturedRequest>;
  /** What to do with the next requests, one reply each. */
  reply(...replies: ModelReply[]): void;
  /** What to do with requests that no reply is queued for; an answer of one word unless said otherwise. */
  replyOtherwise(reply: ModelReply): void;
  close(): Promise<void>;
}

/** Starts a model server on a free port of this machine; it speaks OpenAI's chat completions unless told otherwise. */
export async function startModelServer(speaks: ProviderName = 'openai-compatible'): Promise<ModelServer> {
  const protocol = findProtocol(speaks);
  const requests: CapturedRequest[] = [];
  const queue: ModelReply[] = [];
  const waiting: { index: number; resolve: (request: CapturedRequest) => void }[] = [];
  let otherwise = answer('Hello.');

  const server = createServer(async (incoming, response) => {
    const path = incoming.url ?? '';
    const body = (incoming.method === 'POST' ? await json(incoming) : {}) as ModelRequestBody;
    const kind = protocol.read(incoming.method === 'POST' ? path : (path.split('?')[0] ?? ''), body);
    if (kind === undefined || (kind === 'models') !== (incoming.method === 'GET'))
      return void response.writeHead(404).end();
    const request = { path, headers: incoming.headers, body, closed: closing(response) };
    requests.push(request);
    for (const { index, resolve } of waiting) if (index === requests.length - 1) resolve(request);
    const question = { kind, streamed: protocol.isStreamed(path, body), body };
    const reply = queue.shift() ?? otherwise;
    const exchange = openExchange(request, response, question, protocol);
    if (kind !== 'answer' && reply.kind === 'answer') giveData(exchange, question, protocol);
    else await giveReply(reply, exchange);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return {
    url: `http://127.0.0.1:${port}${protocol.versionPath}`,
    requests,
    request(index) {
      const arrived = requests[index];
      return arrived ? Promise.resolve(arrived) : new Promise((resolve) => waiting.push({ index, resolve }));
    },
    reply: (...replies) => void queue.push(...replies),
    replyOtherwise(reply) {
      otherwise = reply;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function closing(response: ServerResponse): Promise<{ aborted: boolean }> {
  return new Promise((resolve) => {
    response.once('close', () => resolve({ aborted: !response.writableFinished }));
  });
}
