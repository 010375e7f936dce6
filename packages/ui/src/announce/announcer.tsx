import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Says a short sentence to screen readers, once the reader is idle. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/**
 * Holds the page's one polite live region. Two slots take turns, so that the same sentence said twice is a
 * change and is read twice.
 */
export function Announcer({ children }: { children: ReactNode }) {
  const [slots, setSlots] = useState({ said: ['', ''], next: 0 });
  const announce = useCallback<Announce>((message) => {
    setSlots(({ next }) => ({ said: next === 0 ? [message, ''] : ['', message], next: 1 - next }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className="ui-hidden" data-announcer="">
        <span>{slots.said[0]}</span>
        <span>{slots.said[1]}</span>
      </div>
    </AnnounceContext>
  );
}
