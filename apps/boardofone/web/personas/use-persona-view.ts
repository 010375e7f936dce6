import { useSearchParams } from 'wouter';
import type { PersonaSearch } from '../../personas/search.ts';

/** Whom the address asks for: what is searched for, and whose details are open. */
export interface PersonaView extends PersonaSearch {
  persona?: string;
}

const keys = ['text', 'function', 'temperament', 'sceptics', 'persona'] as const;
type Key = (typeof keys)[number];

/**
 * The view that the address holds, and how to change it. Opening somebody is a step that Back undoes; typing and filtering is not.
 */
export function usePersonaView(): [PersonaView, (part: Partial<Record<Key, string | null>>) => void] {
  const [params, setParams] = useSearchParams();
  const read = (key: Key) => params.get(key)?.slice(0, 100) || undefined;
  const [text, businessFunction, temperament, persona] = [
    read('text'),
    read('function'),
    read('temperament'),
    read('persona'),
  ];
  const view: PersonaView = {
    ...(text && { text }),
    ...(businessFunction && { businessFunction }),
    ...(temperament && { temperament }),
    ...(persona && { persona }),
    ...(read('sceptics') && { adversarial: true }),
  };
  const change = (part: Partial<Record<Key, string | null>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(part)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: !part.persona },
    );
  return [view, change];
}
