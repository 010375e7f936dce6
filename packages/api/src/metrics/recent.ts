import { setTimeout as wait } from 'node:timers/promises';

/** How long an answer serves, and how long anybody waits for one. */
export interface RecentOptions {
  keptMs: number;
  timeoutMs: number;
  now?: () => number;
}

/**
 * Asks at most once per `keptMs`, however many ask for it, and fails for whoever would have to wait longer than `timeoutMs`.
 * A failure is not kept, and while a question is out no second one is put.
 */
export function recent<T>(
  ask: () => Promise<T>,
  { keptMs, timeoutMs, now = performance.now.bind(performance) }: RecentOptions,
): () => Promise<T> {
  let kept: { value: T; until: number } | undefined;
  let asked: Promise<T> | undefined;

  async function answer(): Promise<T> {
    try {
      const value = await ask();
      kept = { value, until: now() + keptMs };
      return value;
    } finally {
      asked = undefined;
    }
  }

  return async () => {
    if (kept && now() < kept.until) return kept.value;
    asked ??= answer();
    const patience = new AbortController();
    const late = wait(timeoutMs, undefined, { signal: patience.signal, ref: false }).then(() => {
      throw new Error('There was no answer in time.');
    });
    try {
      return await Promise.race([asked, late]);
    } finally {
      late.catch(() => undefined);
      patience.abort();
    }
  };
}
