import { ModelError } from '../model-error.ts';

/** Watches one call: hands out the signal that ends it and knows why it was ended. */
export interface Supervision extends Disposable {
  /** For the provider; aborts when the caller stops the call, when it stays silent, and when it is disposed. */
  signal: AbortSignal;
  /** Says that the model spoke, and how long it may now stay silent. */
  heard(silenceMs: number): void;
  /** Why we ended the call ourselves, if we did. */
  verdict(): ModelError | undefined;
}

/** Starts to watch a call that must say something within `silenceMs` and that `stop` can end. */
export function supervise(options: { stop: AbortSignal | undefined; silenceMs: number }): Supervision {
  const { stop } = options;
  const upstream = new AbortController();
  let verdict: ModelError | undefined;
  const end = (error: ModelError) => {
    verdict ??= error;
    clearTimeout(timer);
    upstream.abort();
  };
  const onStop = () => end(new ModelError('MODEL_STOPPED'));
  const arm = (silenceMs: number) => setTimeout(() => end(new ModelError('MODEL_TIMEOUT')), silenceMs);
  let timer = arm(options.silenceMs);
  if (stop?.aborted) onStop();
  else stop?.addEventListener('abort', onStop, { once: true });

  return {
    signal: upstream.signal,
    heard(silenceMs) {
      clearTimeout(timer);
      if (!upstream.signal.aborted) timer = arm(silenceMs);
    },
    verdict: () => verdict,
    [Symbol.dispose]() {
      clearTimeout(timer);
      stop?.removeEventListener('abort', onStop);
      upstream.abort();
    },
  };
}
