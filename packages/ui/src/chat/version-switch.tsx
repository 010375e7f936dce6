import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import classes from './transcript.module.css';

interface VersionSwitchProps {
  index: number;
  count: number;
  onSelect: (index: number) => void;
}

/** Steps through the versions of a message: "2 / 3". */
export function VersionSwitch({ index, count, onSelect }: VersionSwitchProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and form semantics along.
    <div role="group" aria-label="Versions" className={classes.versions}>
      <ActionIcon aria-label="Previous version" disabled={index === 0} onClick={() => onSelect(index - 1)}>
        <IconChevronLeft className="ui-mirrored" size={18} stroke={1.7} />
      </ActionIcon>
      <span>
        <span className="ui-hidden">Version </span>
        {index + 1} / {count}
      </span>
      <ActionIcon
        aria-label="Next version"
        disabled={index === count - 1}
        onClick={() => onSelect(index + 1)}
      >
        <IconChevronRight className="ui-mirrored" size={18} stroke={1.7} />
      </ActionIcon>
    </div>
  );
}
