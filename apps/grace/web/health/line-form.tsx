import { Form, FormFailure } from '@commons/ui';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { NewerVersion } from '../medications/newer-version.tsx';
import classes from './health.module.css';

interface LineFormProps {
  /** What the form is for, read out. */
  label: string;
  onSubmit: () => void;
  onDone: () => void;
  isPending: boolean;
  error: unknown;
  /** The ways on where somebody else has changed the line meanwhile. */
  newer: false | { onLoad: () => void; onKeep: () => void };
  children: ReactNode;
}

/** The form of one line of the list, in its place. */
export function LineForm({ label, onSubmit, onDone, isPending, error, newer, children }: LineFormProps) {
  return (
    <Form className={classes.form} aria-label={label} onSubmit={onSubmit}>
      {children}
      {newer ? <NewerVersion what="this entry" {...newer} /> : <FormFailure error={error} />}
      <div className={classes.actions}>
        <Button type="submit" loading={isPending} disabled={newer !== false}>
          Save
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
