import { Form, FormFailure } from '@commons/ui';
import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

interface DialogFormProps {
  onSubmit: () => void;
  onClose: () => void;
  /** What the button says that does it. */
  submit: string;
  /** What the button says that leaves everything as it is. */
  cancel?: string;
  isPending?: boolean;
  /** Marked as what is not to be done lightly. */
  isGrave?: boolean;
  error?: unknown;
  children: ReactNode;
}

/** The fields of a dialog, what went wrong, and the two ways out. */
export function DialogForm(props: DialogFormProps) {
  const { onSubmit, onClose, submit, cancel = 'Cancel', isPending = false, isGrave, error, children } = props;
  return (
    <Form onSubmit={onSubmit}>
      <Stack gap="md">
        {children}
        <FormFailure error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {cancel}
          </Button>
          <Button type="submit" loading={isPending} {...(isGrave && { color: 'red' })}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
