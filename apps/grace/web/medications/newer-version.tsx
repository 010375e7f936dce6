import { Button, Group } from '@mantine/core';
import classes from './forms.module.css';

/** Somebody else has saved meanwhile: nothing of either is lost without a choice. */
export function NewerVersion({ onLoad, onKeep }: { onLoad: () => void; onKeep: () => void }) {
  return (
    <div role="alert" className={classes.notices}>
      <p>
        <strong>Somebody else has changed this medicine in the meantime.</strong> What you wrote is kept here.
      </p>
      <Group gap="xs">
        <Button variant="default" onClick={onLoad}>
          Load the newer details
        </Button>
        <Button variant="light" onClick={onKeep}>
          Keep mine
        </Button>
      </Group>
    </div>
  );
}
