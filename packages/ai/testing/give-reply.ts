import type { Exchange } from './exchange.ts';
import type { ModelReply, WireUsage } from './model-reply.ts';

/** Answers one request as the reply says. */
export async function giveReply(reply: ModelReply, exchange: Exchange): Promise<void> {
  switch (reply.kind) {
    case 'answer':
      if (reply.reasoning !== undefined) await exchange.chunk({ reasoning_content: reply.reasoning });
      await sendChunks(exchange, reply.chunks);
      return exchange.finish(reply);
    case 'gate':
      return reply.gate.open(exchange);
    case 'error':
      return exchange.fail(reply.status, reply.error, reply.headers ?? {});
    case 'hang':
      return sendChunks(exchange, reply.chunks ?? [], reply.usage);
    case 'cut':
      await sendChunks(exchange, reply.chunks);
      return exchange.cut();
    case 'error-chunk':
      await sendChunks(exchange, reply.chunks);
      return exchange.errorChunk(reply.error);
    case 'garbage':
      return exchange.raw(200, reply.body ?? '<html>It works!</html>', { 'content-type': 'text/html' });
  }
}

async function sendChunks(exchange: Exchange, chunks: string[], usage?: WireUsage): Promise<void> {
  for (const content of chunks) await exchange.chunk({ content }, usage);
}
