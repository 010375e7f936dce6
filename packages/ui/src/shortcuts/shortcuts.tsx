import {
  createContext,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { lazyPart } from '../app/lazy-part.ts';
import { isComposing, isTyping } from './is-typing.ts';
import { matchesKeys } from './matches-keys.ts';

/** A keyboard shortcut as the dialog lists it and the listener runs it. */
export interface Shortcut {
  /** `mod+k`, `shift+o`, `?`; `mod` is ⌘ on Apple keyboards and Ctrl elsewhere. */
  keys: string;
  label: string;
  run: () => void;
  /** For combinations with `mod` that must work inside a text field as well. */
  whileTyping?: boolean | undefined;
}

interface ShortcutRegistry {
  add: (shortcut: Shortcut) => () => void;
  /** The shortcuts of this moment. */
  list: () => Shortcut[];
  openHelp: () => void;
}

const ShortcutContext = createContext<ShortcutRegistry>({
  add: () => () => {},
  list: () => [],
  openHelp: () => {},
});

const ShortcutsDialog = lazyPart(() => import('./shortcuts-dialog.tsx'), 'ShortcutsDialog');

/** Gives access to the list of shortcuts: `openHelp()` shows it. */
export function useShortcuts(): ShortcutRegistry {
  return useContext(ShortcutContext);
}

/** Listens for every registered shortcut; `?` lists them. Silent while typing, composing, in a dialog or a menu. */
export function Shortcuts({ children }: { children: ReactNode }) {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  const [help, setHelp] = useState({ open: false, used: false });
  const openHelp = useCallback(() => setHelp({ open: true, used: true }), []);
  const add = useCallback((shortcut: Shortcut) => {
    setShortcuts((list) => [...list, shortcut]);
    return () => setShortcuts((list) => list.filter((one) => one !== shortcut));
  }, []);
  const all = useMemo(
    () => [...shortcuts, { keys: '?', label: 'Keyboard shortcuts', run: openHelp }],
    [shortcuts, openHelp],
  );
  const latest = useRef<Shortcut[]>([]);
  const list = useCallback(() => latest.current, []);
  const registry = useMemo(() => ({ add, list, openHelp }), [add, list, openHelp]);

  useEffect(() => {
    latest.current = all;
    let covered = false;
    // Before anything reacts: the Escape that closes a menu must not find the page uncovered already.
    const look = () => {
      covered = isCovered();
    };
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || covered) return;
      const typing = isTyping(event);
      const match = all.findLast((one) => (!typing || one.whileTyping) && matchesKeys(event, one.keys));
      if (!match) return;
      event.preventDefault();
      match.run();
    };
    window.addEventListener('keydown', look, { capture: true });
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      window.removeEventListener('keydown', listen);
    };
  }, [all]);

  return (
    <ShortcutContext value={registry}>
      {children}
      {help.used && (
        <Suspense>
          <ShortcutsDialog
            shortcuts={all}
            opened={help.open}
            onClose={() => setHelp({ ...help, open: false })}
          />
        </Suspense>
      )}
    </ShortcutContext>
  );
}

/** An open dialog or menu owns the keyboard: what lies under it must not react. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;
}
