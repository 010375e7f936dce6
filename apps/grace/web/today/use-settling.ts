import { useEffect, useState } from 'react';

const settleMs = 600;

/**
 * True for a moment after the list has moved: a second tap that was meant for the dose before must not give the one that has come
 * under the finger.
 */
export function useSettling(shown: string): boolean {
  const [settled, setSettled] = useState(shown);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(shown), settleMs);
    return () => clearTimeout(timer);
  }, [shown]);
  return settled !== shown;
}
