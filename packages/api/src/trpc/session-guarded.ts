import { AppError } from '../errors/app-error.ts';
import type { SignedInContext } from './procedures.ts';

/**
 * Passes a subscription's events on for as long as the session stands: it is checked before every event, and the
 * stream ends with UNAUTHENTICATED when the session does, even if no event ever comes. It ends quietly when the
 * client leaves. The source gets a signal that aborts in every such case; what waits in it must heed that signal.
 * @example
 * .subscription(({ ctx, input }) => sessionGuarded(ctx, (signal) => followMessages(ctx, input, signal)))
 */
export async function* sessionGuarded<T>(
  ctx: SignedInContext,
  source: AsyncIterable<T> | ((signal: AbortSignal) => AsyncIterable<T>),
): AsyncGenerator<T, void> {
  using watch = ctx.watchSession();
  const done = new AbortController();
  const signal = AbortSignal.any([ctx.signal, watch.ended, done.signal]);
  const events = (typeof source === 'function' ? source(signal) : source)[Symbol.asyncIterator]();
  try {
    while (!signal.aborted) {
      const result = await nextUnlessAborted(events, signal);
      if (result?.done) return;
      if (!result) break;
      if (!(await ctx.sessionStillValid())) throw new AppError('UNAUTHENTICATED');
      yield result.value;
    }
    if (watch.ended.aborted) throw new AppError('UNAUTHENTICATED');
  } finally {
    done.abort();
    // Not awaited: a source that does not heed the signal would hold this up for ever.
    void Promise.resolve(events.return?.()).catch(() => undefined);
  }
}

function nextUnlessAborted<T>(
  events: AsyncIterator<T>,
  signal: AbortSignal,
): Promise<IteratorResult<T> | undefined> {
  return new Promise((resolve, reject) => {
    const abort = () => resolve(undefined);
    signal.addEventListener('abort', abort, { once: true });
    events
      .next()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
