import { useEffect, useEffectEvent } from 'react';
import type { Command } from './command.ts';
import { useCommandRegistry } from './commands.tsx';

/**
 * Offers a command in the palette while the component is on the page. Whatever has a shortcut with a label is there
 * already.
 *
 * @example
 * useCommand({ id: 'chidi:businesses', label: 'Your businesses', run: () => navigate('/contexts') });
 */
export function useCommand(command: Command): void {
  useCommands(() => [command]);
}

/** Offers any number of commands; `list` is asked each time the palette opens. */
export function useCommands(list: () => Command[]): void {
  const { add } = useCommandRegistry();
  const latest = useEffectEvent(list);
  useEffect(() => add(() => latest()), [add]);
}
