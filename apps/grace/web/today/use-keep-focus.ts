import { useEffect, useRef } from 'react';

/** When the button that was pressed is gone because its dose is done, the focus goes to the next one, not to nowhere. */
export function useKeepFocus(shown: unknown) {
  const container = useRef<HTMLDivElement>(null);
  const wasInside = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown has changed.
  useEffect(() => {
    const root = container.current;
    const remember = () => {
      wasInside.current = root?.contains(document.activeElement) ?? false;
    };
    root?.addEventListener('focusin', remember);
    if (wasInside.current && document.activeElement === document.body)
      (root?.querySelector<HTMLElement>('[data-give]') ?? root?.querySelector<HTMLElement>('h1'))?.focus();
    return () => root?.removeEventListener('focusin', remember);
  }, [shown]);
  return container;
}
