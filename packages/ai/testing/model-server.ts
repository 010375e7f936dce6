import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type CapturedRequest, openExchange } from './exchange.ts';
import { giveReply } from './give-reply.ts';
import { answer, type ModelReply } from './model-reply.ts';
import type { ChatRequest } from './wire.ts';

/** A local server that speaks OpenAI's chat completions, streamed or not, and does as it is told. */
export interface ModelServer extends AsyncDisposable {
  /** For `OPENAI_BASE_URL`. */
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

const completionsPath = '/v1/chat/completions';

/** Starts a model server on a free port of this machine. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: CapturedRequest[] = [];
  const queue: ModelReply[] = [];
  const waiting: { index: number; resolve: (request: CapturedRequest) => void }[] = [];
  let otherwise = answer('Hello.');

  const server = createServer(async (incoming, response) => {
    if (incoming.method !== 'POST' || incoming.url !== completionsPath)
      return void response.writeHead(404).end();
    const request = await capture(incoming, response);
    requests.push(request);
    for (const { index, resolve } of waiting) if (index === requests.length - 1) resolve(request);
    await giveReply(queue.shift() ?? otherwise, openExchange(request, response));
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
    url: `http://127.0.0.1:${port}/v1`,
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

async function capture(incoming: IncomingMessage, response: ServerResponse): Promise<CapturedRequest> {
  const closed = new Promise<{ aborted: boolean }>((resolve) => {
    response.once('close', () => resolve({ aborted: !response.writableFinished }));
  });
  const body = (await json(incoming)) as ChatRequest;
  return { path: incoming.url ?? '', headers: incoming.headers, body, closed };
}
