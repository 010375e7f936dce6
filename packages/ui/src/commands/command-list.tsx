import { Kbd } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { keyLabels } from '../shortcuts/matches-keys.ts';
import type { Command } from './command.ts';
import classes from './command-palette.module.css';
import type { FoundCommand, FoundGroup } from './find-commands.ts';
import { MarkedText } from './marked-text.tsx';

interface CommandListProps {
  id: string;
  groups: FoundGroup[];
  chosen: Command | undefined;
  onChoose: (command: Command) => void;
  onRun: (command: Command) => void;
}

/** What was found. The focus stays in the search field; the chosen command is what Enter runs. */
export function CommandList({ id, groups, chosen, onChoose, onRun }: CommandListProps) {
  return (
    <div id={id} role="listbox" aria-label="Commands" className={classes.list}>
      {groups.map(({ label, found }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a list of options is grouped by role, not by fieldsets.
        <div key={label} role="group" aria-labelledby={`${id}-group-${index}`}>
          <div id={`${id}-group-${index}`} className={classes.group}>
            {label}
          </div>
          {found.map((one) => (
            <Option
              key={one.command.id}
              id={`${id}-${one.command.id}`}
              found={one}
              selected={one.command === chosen}
              onChoose={() => onChoose(one.command)}
              onRun={() => onRun(one.command)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  id: string;
  found: FoundCommand;
  selected: boolean;
  onChoose: () => void;
  onRun: () => void;
}

function Option({ id, found: { command, matches }, selected, onChoose, onRun }: OptionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the focus and handles the keys.
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={classes.option}
      onPointerMove={selected ? undefined : onChoose}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <bdi className={classes.label}>
        <MarkedText text={command.label} marks={matches} />
      </bdi>
      {command.keys && (
        <span className={classes.keys} aria-hidden="true">
          {keyLabels(command.keys).map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </div>
  );
}
