/** At most `max` in `windowMs`. */
export interface RateRule {
  max: number;
  windowMs: number;
}

/** Counts attempts per key; in memory, so each process counts for itself and a restart forgets. */
export interface RateLimiter {
  /** Counts an attempt; answers how long to wait if it is one too many. */
  take(key: string, rule: RateRule): number | undefined;
  /** Forgets a key, after a success. */
  clear(key: string): void;
}

const keysMax = 50_000;
// A prune makes room for many, so that under a flood it is rare: it looks at every key.
const keysAfterPrune = 40_000;

/** A limiter over a clock that tests can turn. */
export function rateLimiter(now: () => number = () => performance.now()): RateLimiter {
  const windows = new Map<string, { count: number; endsAt: number }>();

  function prune(): void {
    for (const [key, { endsAt }] of windows) if (endsAt <= now()) windows.delete(key);
    // Under a flood of keys the oldest go first; forgetting them is better than running out of memory.
    for (const key of windows.keys()) {
      if (windows.size <= keysAfterPrune) break;
      windows.delete(key);
    }
  }

  return {
    take(key, { max, windowMs }) {
      if (windows.size >= keysMax) prune();
      const open = windows.get(key);
      const window = open && open.endsAt > now() ? open : { count: 0, endsAt: now() + windowMs };
      windows.set(key, window);
      window.count += 1;
      return window.count > max ? window.endsAt - now() : undefined;
    },
    clear: (key) => void windows.delete(key),
  };
}
