import { Form, FormFailure } from '@commons/ui';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './health.module.css';

interface LineFormProps {
  /** What the form is for, read out. */
  label: string;
  onSubmit: () => void;
  onDone: () => void;
  isPending: boolean;
  error: unknown;
  children: ReactNode;
}

/** The form of one line of the list, in its place. */
export function LineForm({ label, onSubmit, onDone, isPending, error, children }: LineFormProps) {
  return (
    <Form className={classes.form} aria-label={label} onSubmit={onSubmit}>
      {children}
      <FormFailure error={error} />
      <div className={classes.actions}>
        <Button type="submit" loading={isPending}>
          Save
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
