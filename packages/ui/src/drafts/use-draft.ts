import { useCallback, useEffect, useState } from 'react';
import { useUserId } from '../session/session-context.ts';
import { type Draft, draftKey, listenToDrafts, readDraft, writeDraft } from './draft-store.ts';

/**
 * A draft per person and key that survives navigation, reload and the end of the session. Every component with the
 * same key shows the same text; another tab's change arrives while this tab is in the background.
 *
 * @example
 * const [draft, setDraft] = useDraft(`conversation:${id}`);
 */
export function useDraft(key: string): [Draft, (draft: Draft) => void] {
  const storageKey = draftKey(useUserId(), key);
  const [held, setHeld] = useState(() => ({ storageKey, draft: readDraft(storageKey) }));
  // Another key means another text: read it during render, so that the old one never shows under it.
  const current = held.storageKey === storageKey ? held : { storageKey, draft: readDraft(storageKey) };
  if (current !== held) setHeld(current);

  const setDraft = useCallback(
    (draft: Draft) => {
      writeDraft(storageKey, draft);
      setHeld({ storageKey, draft });
    },
    [storageKey],
  );

  useEffect(() => {
    const listen = (event: StorageEvent) => {
      if (event.key === storageKey && !document.hasFocus())
        setHeld({ storageKey, draft: readDraft(storageKey) });
    };
    const stop = listenToDrafts((changedKey, draft) => {
      if (changedKey === storageKey) setHeld({ storageKey, draft });
    });
    window.addEventListener('storage', listen);
    return () => {
      stop();
      window.removeEventListener('storage', listen);
    };
  }, [storageKey]);

  return [current.draft, setDraft];
}
