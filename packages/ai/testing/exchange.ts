import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AnswerEnding, WireError, WireUsage } from './model-reply.ts';
import * as wire from './wire.ts';

/** A request as the model server received it. */
export interface CapturedRequest {
  path: string;
  headers: IncomingHttpHeaders;
  /** The parsed JSON body. */
  body: wire.ChatRequest;
  /** Settles when the exchange is over, and tells whether the client went away before the answer was complete. */
  closed: Promise<{ aborted: boolean }>;
}

/** One request with the means to answer it; streamed or not, as the request asked. */
export interface Exchange {
  request: CapturedRequest;
  /** Sends a piece of the answer; settles when it is on its way. */
  chunk(delta: wire.Delta, usage?: WireUsage): Promise<void>;
  finish(ending?: AnswerEnding): void;
  errorChunk(error: WireError): void;
  cut(): void;
  /** Sends a body as it is. */
  raw(status: number, body: string, headers: Record<string, string>): void;
}

/** Puts an exchange in front of a response of `node:http`. */
export function openExchange(request: CapturedRequest, response: ServerResponse): Exchange {
  const { body } = request;
  const pieces: string[] = [];
  const send = (text: string) => new Promise<void>((sent) => response.write(text, () => sent()));
  const head = () => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': wire.contentType(body) });
  };

  return {
    request,
    async chunk(delta, usage) {
      pieces.push(delta.content ?? '');
      head();
      // Without streaming nothing but white space may precede the JSON; it still opens the response.
      await send(body.stream ? wire.event(wire.deltaChunk(body, delta, usage)) : ' ');
    },
    finish(ending = {}) {
      head();
      response.end(
        body.stream ? wire.streamEnding(body, ending) : wire.completion(body, pieces.join(''), ending),
      );
    },
    errorChunk(error) {
      head();
      response.end(wire.event({ error }));
    },
    cut: () => response.destroy(),
    raw(status, text, headers) {
      response.writeHead(status, headers).end(text);
    },
  };
}
