import { CloseButton, Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId } from 'react';
import type { Command } from './command.ts';
import { CommandList } from './command-list.tsx';
import classes from './command-palette.module.css';
import { usePalette } from './use-palette.ts';

interface CommandPaletteProps {
  commands: Command[];
  opened: boolean;
  /** With the command to run, or without one. */
  onClose: (command?: Command) => void;
}

/** Everything that can be done from here, found by typing a part of its name. */
export function CommandPalette({ commands, opened, onClose }: CommandPaletteProps) {
  return (
    <Modal.Root opened={opened} onClose={() => onClose()} size="36rem" yOffset="12dvh" returnFocus={false}>
      <Modal.Overlay />
      <Modal.Content aria-label="Commands" radius="lg">
        <Search commands={commands} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

/** Inside the dialog, so that it starts empty each time. */
function Search({ commands, onClose }: Omit<CommandPaletteProps, 'opened'>) {
  const id = useId();
  const { groups, chosen, query, search, choose, onKeyDown } = usePalette(commands, onClose);
  const found = groups.length > 0;
  return (
    <>
      <div className={classes.search}>
        <IconSearch size={20} stroke={1.7} aria-hidden="true" />
        <input
          data-autofocus
          role="combobox"
          aria-label="Search commands"
          aria-expanded={found}
          aria-controls={found ? id : undefined}
          aria-activedescendant={chosen && `${id}-${chosen.id}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="What would you like to do?"
          value={query}
          onChange={(event) => search(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <CloseButton size={44} iconSize={20} aria-label="Close" onClick={() => onClose()} />
      </div>
      {found && <CommandList id={id} groups={groups} chosen={chosen} onChoose={choose} onRun={onClose} />}
      <p role="status" className={classes.none}>
        {!found && 'Nothing here goes by that name.'}
      </p>
    </>
  );
}
