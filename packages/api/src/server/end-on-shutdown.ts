// EventSource waits this long before it comes back, to another process or to this one's successor.
const farewell = new TextEncoder().encode('retry: 1000\n\n');

/** Lets an event stream end when the server does, with word to come back; other responses pass unchanged. */
export function endOnShutdown(response: Response, shutdown: AbortSignal): Response {
  const { headers, status } = response;
  if (!headers.get('content-type')?.startsWith('text/event-stream')) return response;
  // Looked at last: a response whose body nobody has touched is written in one piece.
  const { body } = response;
  if (!body) return response;
  const reader = body.getReader();
  let end: () => void = () => undefined;

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      end = () => {
        controller.enqueue(farewell);
        controller.close();
        void reader.cancel();
      };
      if (shutdown.aborted) end();
      else shutdown.addEventListener('abort', end, { once: true });
    },
    async pull(controller) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        shutdown.removeEventListener('abort', end);
        throw error;
      });
      if (shutdown.aborted) return;
      if (!done) return controller.enqueue(value);
      shutdown.removeEventListener('abort', end);
      controller.close();
    },
    cancel() {
      shutdown.removeEventListener('abort', end);
      return reader.cancel();
    },
  });
  return new Response(stream, { headers, status });
}
