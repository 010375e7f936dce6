import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { endOnShutdown } from './end-on-shutdown.ts';

it('leaves nothing behind of a stream that broke off', async () => {
  const { signal } = new AbortController();
  const broken = new ReadableStream<Uint8Array>({
    async pull(controller) {
      expect(getEventListeners(signal, 'abort')).toHaveLength(1);
      controller.error(new Error('broke off'));
    },
  });
  const response = new Response(broken, { headers: { 'content-type': 'text/event-stream' } });
  await expect(endOnShutdown(response, signal).text()).rejects.toThrow('broke off');

  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
