import {
  createContext,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';
import { lazyPart } from '../app/lazy-part.ts';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import type { Command } from './command.ts';
import { focusedElement } from './focused-element.ts';

interface CommandRegistry {
  /** Adds commands that are asked for when the palette opens; returns how to take them away. */
  add: (list: () => Command[]) => () => void;
  openPalette: () => void;
}

/** The keys that open the palette. */
export const paletteKeys = 'mod+k';

const CommandContext = createContext<CommandRegistry>({ add: () => () => {}, openPalette: () => {} });

const CommandPalette = lazyPart(() => import('./command-palette.tsx'), 'CommandPalette');

/** Gives access to the command palette: `openPalette()` shows it. */
export function useCommandRegistry(): CommandRegistry {
  return useContext(CommandContext);
}

/** Collects what the page can do, and shows it in the command palette on `mod+k`. */
export function Commands({ children }: { children: ReactNode }) {
  const lists = useRef(new Set<() => Command[]>());
  const { list: listShortcuts } = useShortcuts();
  const [palette, setPalette] = useState<{
    commands: Command[];
    opener: HTMLElement | null;
    open: boolean;
  }>();

  const openPalette = useCallback(() => {
    const registered = [...lists.current].flatMap((list) => list());
    const shortcuts = listShortcuts()
      .filter(({ keys }) => keys !== paletteKeys)
      .map(({ keys, label, run }) => ({ id: `shortcut:${keys}:${label}`, label, keys, run }));
    setPalette({ commands: [...shortcuts, ...registered], opener: focusedElement(), open: true });
  }, [listShortcuts]);
  const add = useCallback((list: () => Command[]) => {
    lists.current.add(list);
    return () => void lists.current.delete(list);
  }, []);
  const registry = useMemo(() => ({ add, openPalette }), [add, openPalette]);
  useShortcut({ keys: paletteKeys, label: 'Commands', run: openPalette, whileTyping: true });

  return (
    <CommandContext value={registry}>
      {children}
      {palette && (
        <Suspense>
          <CommandPalette
            commands={palette.commands}
            opened={palette.open}
            onClose={(command) => {
              setPalette({ ...palette, open: false });
              palette.opener?.focus({ preventScroll: true });
              command?.run();
            }}
          />
        </Suspense>
      )}
    </CommandContext>
  );
}
