import { Form, FormFailure } from '@commons/ui';
import { Button, Popover, Stack } from '@mantine/core';
import { useState } from 'react';
import { ReasonInput } from '../dialogs/reason-input.tsx';

interface RemoveRowProps {
  name: string;
  onRemove: (reason: string) => void;
  pending: boolean;
  error: unknown;
}

/** Takes a row off the list, with a reason: it was entered in error, and stays in the database. */
export function RemoveRow({ name, onRemove, pending, error }: RemoveRowProps) {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const [submitted, setSubmitted] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-end" width={300}>
      <Popover.Target>
        <Button variant="subtle" color="gray" onClick={() => setOpened(!opened)}>
          Remove<span className="ui-hidden"> {name}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Form
          onSubmit={() => {
            setSubmitted(true);
            if (reason.trim() !== '') onRemove(reason);
          }}
        >
          <Stack gap="sm">
            <ReasonInput
              label="Why is it wrong?"
              value={reason}
              onChange={setReason}
              isSubmitted={submitted}
            />
            <FormFailure error={error} />
            <Button type="submit" loading={pending}>
              Remove {name}
            </Button>
          </Stack>
        </Form>
      </Popover.Dropdown>
    </Popover>
  );
}
