import { Button, Group } from '@mantine/core';
import classes from './business-form.module.css';

interface NewerVersionProps {
  onTakeTheirs: () => void;
  onSaveMine: () => void;
}

/** Two people, or two tabs, changed the same business: nothing is overwritten unless somebody says so. */
export function NewerVersion({ onTakeTheirs, onSaveMine }: NewerVersionProps) {
  return (
    <div role="alert" className={classes.newer}>
      <p>
        <strong>Somebody saved a newer version</strong> while you were writing. What you wrote is kept here.
      </p>
      <Group gap="xs">
        <Button variant="default" onClick={onTakeTheirs}>
          Load theirs
        </Button>
        <Button variant="light" onClick={onSaveMine}>
          Save mine over it
        </Button>
      </Group>
    </div>
  );
}
