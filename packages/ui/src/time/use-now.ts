import { useSyncExternalStore } from 'react';

const refreshMs = 30_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time, moving on every half minute; one clock for however many components look at it. */
export function useNow(): Date {
  return new Date(useSyncExternalStore(watch, () => now));
}

function watch(listener: () => void): () => void {
  if (listeners.size === 0) {
    tick();
    timer = setInterval(tick, refreshMs);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}
