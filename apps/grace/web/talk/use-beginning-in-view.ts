import { useEffect, useRef } from 'react';

/** Brings the beginning of each new turn into view: whoever writes below a long one sees its end only, and help stands at the top. */
export function useBeginningInView(turnId: string | undefined) {
  const element = useRef<HTMLDivElement>(null);
  const seen = useRef(turnId);
  useEffect(() => {
    if (turnId === seen.current) return;
    seen.current = turnId;
    element.current?.scrollIntoView({ block: 'start' });
  }, [turnId]);
  return element;
}
