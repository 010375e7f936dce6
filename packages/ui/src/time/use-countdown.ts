import { useEffect, useState } from 'react';

/**
 * Whole seconds left of a wait that begins when the component, or the `cause` of the wait, appears; 0 once it is over.
 * The clock decides, so that a tab that slept does not go on waiting.
 */
export function useCountdown(waitMs: number | undefined, cause?: unknown): number {
  const [shown, setShown] = useState({ cause, endsAt: Date.now() + (waitMs ?? 0) });
  const [, setTicks] = useState(0);
  if (shown.cause !== cause) setShown({ cause, endsAt: Date.now() + (waitMs ?? 0) });
  const left = Math.max(0, Math.ceil((shown.endsAt - Date.now()) / 1000));
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setTicks((ticks) => ticks + 1), 1000);
    return () => clearTimeout(timer);
  });
  return left;
}
