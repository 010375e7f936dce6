import type { RequestContext } from '../trpc/request-context.ts';

interface Call<Result> {
  ctx: Pick<RequestContext, 'openStream' | 'signal'>;
  type: 'query' | 'mutation' | 'subscription';
  next: () => Promise<Result>;
}

/** Middleware that counts a stream from before its procedure runs until it has ended in whatever way. */
export async function limitStreams<Result extends { ok: boolean }>({
  ctx,
  type,
  next,
}: Call<Result>): Promise<Result> {
  if (type !== 'subscription') return next();
  const release = ctx.openStream();
  // A client may leave before anybody has begun to read, and what nobody reads does not end.
  ctx.signal.addEventListener('abort', release, { once: true });
  if (ctx.signal.aborted) release();
  const result = await next();
  if (!result.ok || !('data' in result) || !isAsyncIterable(result.data)) {
    release();
    return result;
  }
  return { ...result, data: untilEnd(result.data, release) };
}

function isAsyncIterable(data: unknown): data is AsyncIterable<unknown> {
  return typeof data === 'object' && data !== null && Symbol.asyncIterator in data;
}

function untilEnd(events: AsyncIterable<unknown>, release: () => void): AsyncIterable<unknown> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = events[Symbol.asyncIterator]();
      return {
        async next() {
          try {
            const result = await iterator.next();
            if (result.done) release();
            return result;
          } catch (error) {
            release();
            throw error;
          }
        },
        async return(value) {
          release();
          return (await iterator.return?.(value)) ?? { done: true, value };
        },
      };
    },
  };
}
