import { useEffect, useEffectEvent } from 'react';
import { type Shortcut, useShortcuts } from './shortcuts.tsx';

/**
 * Registers a shortcut while the component is on the page and `enabled` is not false.
 *
 * @example
 * useShortcut({ keys: 'mod+shift+o', label: 'New conversation', run: startConversation, whileTyping: true });
 */
export function useShortcut(shortcut: Shortcut & { enabled?: boolean | undefined }): void {
  const { add } = useShortcuts();
  const run = useEffectEvent(shortcut.run);
  const { keys, label, whileTyping, enabled = true } = shortcut;
  useEffect(() => {
    if (!enabled) return;
    return add({ keys, label, whileTyping, run: () => run() });
  }, [add, keys, label, whileTyping, enabled]);
}
