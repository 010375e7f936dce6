import { useEffect, useEffectEvent } from 'react';

/** Timers beyond this fire at once. */
const longestMs = 2 ** 31 - 1;

/** Looks again the moment the caller's grant runs out: nobody tells an open page of that. */
export function useRunOut(endsAt: string | null | undefined, look: () => void): void {
  const onRunOut = useEffectEvent(look);
  useEffect(() => {
    if (!endsAt) return;
    const leftMs = new Date(endsAt).getTime() - Date.now();
    if (leftMs > longestMs) return;
    const timer = setTimeout(() => onRunOut(), Math.max(0, leftMs) + 50);
    return () => clearTimeout(timer);
  }, [endsAt]);
}
