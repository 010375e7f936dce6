import { type KeyboardEvent, useMemo, useState } from 'react';
import { isComposing } from '../shortcuts/is-typing.ts';
import { matchesKeys } from '../shortcuts/matches-keys.ts';
import type { Command } from './command.ts';
import { paletteKeys } from './commands.tsx';
import { findCommands } from './find-commands.ts';

/** What the palette shows, which command is chosen, and what the keys do. */
export function usePalette(commands: Command[], onClose: (command?: Command) => void) {
  const [{ query, chosen }, setState] = useState({ query: '', chosen: 0 });
  const groups = useMemo(() => findCommands(commands, query), [commands, query]);
  const shown = useMemo(() => groups.flatMap(({ found }) => found.map(({ command }) => command)), [groups]);
  const move = (steps: number) =>
    setState({ query, chosen: shown.length && (chosen + steps + shown.length) % shown.length });

  const run = (command: Command | undefined) => command && onClose(command);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') run(shown[chosen]);
    else if (matchesKeys(event.nativeEvent, paletteKeys)) onClose();
    else return;
    event.preventDefault();
  };
  return {
    groups,
    chosen: shown[chosen],
    query,
    search: (text: string) => setState({ query: text, chosen: 0 }),
    choose: (command: Command) => setState({ query, chosen: shown.indexOf(command) }),
    onKeyDown,
  };
}
