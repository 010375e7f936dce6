import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AnswerEnding, WireError, WireUsage } from './model-reply.ts';
import type { Delta, ModelRequestBody, Protocol, Question } from './protocols/protocol.ts';

/** A request as the model server received it. */
export interface CapturedRequest {
  path: string;
  headers: IncomingHttpHeaders;
  /** The parsed JSON body. */
  body: ModelRequestBody;
  /** Settles when the exchange is over, and tells whether the client went away before the answer was complete. */
  closed: Promise<{ aborted: boolean }>;
}

/** One request with the means to answer it; streamed or not, as the request asked. */
export interface Exchange {
  request: CapturedRequest;
  /** Sends a piece of the answer; settles when it is on its way. */
  chunk(delta: Delta, usage?: WireUsage): Promise<void>;
  finish(ending?: AnswerEnding): void;
  errorChunk(error: WireError): void;
  cut(): void;
  fail(status: number, error: WireError | string, headers: Record<string, string>): void;
  /** Sends a body as it is. */
  raw(status: number, body: string, headers: Record<string, string>): void;
}

const json = { 'content-type': 'application/json' };

/** Puts an exchange in front of a response of `node:http`. */
export function openExchange(
  request: CapturedRequest,
  response: ServerResponse,
  question: Question,
  protocol: Protocol,
): Exchange {
  const pieces: string[] = [];
  const { streamed } = question;
  const send = (text: string) => new Promise<void>((sent) => response.write(text, () => sent()));
  const head = () => {
    if (response.headersSent) return;
    response.writeHead(200, streamed ? { 'content-type': 'text/event-stream; charset=utf-8' } : json);
    if (streamed) response.write(protocol.opening(question));
  };
  const raw: Exchange['raw'] = (status, text, headers) => void response.writeHead(status, headers).end(text);

  return {
    request,
    async chunk(delta, usage) {
      pieces.push(delta.content ?? '');
      head();
      // Without streaming nothing but white space may precede the JSON; it still opens the response.
      await send(streamed ? protocol.delta(question, delta, usage) : ' ');
    },
    finish(ending = {}) {
      head();
      const text = pieces.join('');
      response.end(
        streamed
          ? protocol.ending(question, text, ending)
          : JSON.stringify(protocol.whole(question, text, ending)),
      );
    },
    errorChunk(error) {
      head();
      response.end(protocol.errorEvent(error));
    },
    cut: () => response.destroy(),
    fail(status, error, headers) {
      if (typeof error === 'string') return raw(status, error, { ...json, ...headers });
      const failure = protocol.failure(status, error);
      const asEvent = streamed && failure.status < 400;
      const body = JSON.stringify(failure.body);
      raw(failure.status, asEvent ? `data: ${body}\n\n` : body, {
        ...(asEvent ? { 'content-type': 'text/event-stream' } : json),
        ...headers,
      });
    },
    raw,
  };
}
