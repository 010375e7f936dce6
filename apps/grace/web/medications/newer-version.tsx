import { Button, Group } from '@mantine/core';
import classes from './forms.module.css';

interface NewerVersionProps {
  what?: string;
  onLoad: () => void;
  onKeep: () => void;
}

/** Somebody else has saved meanwhile: nothing of either is lost without a choice. */
export function NewerVersion({ what = 'this medicine', onLoad, onKeep }: NewerVersionProps) {
  return (
    <div role="alert" className={classes.notices}>
      <p>
        <strong>Somebody has changed {what} somewhere else in the meantime.</strong> What you wrote is kept
        here.
      </p>
      <Group gap="xs">
        <Button variant="default" onClick={onLoad}>
          Load the newer one
        </Button>
        <Button variant="light" onClick={onKeep}>
          Keep mine
        </Button>
      </Group>
    </div>
  );
}
