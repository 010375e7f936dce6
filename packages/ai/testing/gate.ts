import type { CapturedRequest, Exchange } from './exchange.ts';
import type { AnswerEnding, ModelReply } from './model-reply.ts';

/** Lets a test decide when each piece of an answer leaves the server, without any sleeping. */
export interface Gate {
  /** Give this to the server as its reply. */
  reply: ModelReply;
  /** Settles when the request has arrived. */
  opened: Promise<CapturedRequest>;
  emit(text: string): Promise<void>;
  finish(ending?: AnswerEnding): Promise<void>;
  cut(): Promise<void>;
  /** Called by the server. */
  open(exchange: Exchange): void;
}

/**
 * A gate for one answer.
 *
 * @example
 * const gate = createGate();
 * server.reply(gate.reply);
 * const events = models.stream(request)[Symbol.asyncIterator]();
 * const first = events.next();
 * await gate.emit('Hello');
 * await first;
 * await gate.finish();
 */
export function createGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<Exchange>();
  const gate: Gate = {
    get reply(): ModelReply {
      return { kind: 'gate', gate };
    },
    opened: promise.then(({ request }) => request),
    emit: async (content) => (await promise).chunk({ content }),
    finish: async (ending) => (await promise).finish(ending),
    cut: async () => (await promise).cut(),
    open: resolve,
  };
  return gate;
}
