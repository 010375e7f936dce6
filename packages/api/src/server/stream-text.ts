import { errorLog } from '../errors/error-log.ts';
import type { HttpContext } from './http-environment.ts';

/**
 * Answers with text that is made while it is sent, as fast as the client takes it. When making it fails, the connection breaks
 * off, so that nobody takes a part for the whole.
 */
export function streamText(
  c: HttpContext,
  pieces: AsyncGenerator<string, void>,
  headers: Record<string, string>,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        c.get('log').error({ error: errorLog(error) }, 'an answer broke off');
        c.env.outgoing.destroy();
      }
    },
    async cancel() {
      await pieces.return();
    },
  });
  return c.body(body, 200, headers);
}
