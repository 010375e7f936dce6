import { FormFailure, notify, useDialogLayer } from '@commons/ui';
import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { nameWithStrength } from '../../medicine/strength.ts';
import { type Medication, useTRPC } from '../client.ts';
import { endOfDay } from './start-of-day.ts';

interface DialogProps {
  medication: Medication;
  opened: boolean;
  onClose: () => void;
}

/** Asks why a medicine is stopped, and when. */
export function StopDialog({ medication, opened, onClose }: DialogProps) {
  return (
    <Modal
      {...useDialogLayer(opened)}
      onClose={onClose}
      title={`Stop ${nameWithStrength(medication)}?`}
      centered
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
    >
      <StopForm medication={medication} onClose={onClose} />
    </Modal>
  );
}

function StopForm({ medication, onClose }: Omit<DialogProps, 'opened'>) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id, profileId, version, versions } = medication;
  const [values, setValues] = useState({ reason: '', lastDay: '', isEnteredInError: false });
  const [submitted, setSubmitted] = useState(false);
  const zone = versions.at(-1)?.zone ?? 'UTC';
  const refresh = () => queries.invalidateQueries();
  const restart = useMutation(trpc.medications.restart.mutationOptions({ onSettled: refresh }));
  const stop = useMutation(
    trpc.medications.stop.mutationOptions({
      onSuccess: (stopped) => {
        onClose();
        const undo = () => restart.mutate({ profileId, id, version: stopped.version, reason: '' });
        const title =
          values.lastDay === '' ? `${stopped.name} is stopped` : `${stopped.name} will be stopped`;
        notify({ title, action: { label: 'Undo', run: undo } });
      },
      onSettled: refresh,
    }),
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSubmitted(true);
        const { reason, lastDay, isEnteredInError } = values;
        if (reason.trim() === '') return;
        stop.mutate({ profileId, id, version, reason, isEnteredInError, at: endOfDay(zone, lastDay) });
      }}
    >
      <Stack gap="md">
        <TextInput
          label="Why?"
          value={values.reason}
          onChange={({ currentTarget }) => setValues({ ...values, reason: currentTarget.value })}
          error={submitted && values.reason.trim() === '' && 'Say why, in a few words.'}
          aria-required
          data-autofocus
          autoComplete="off"
          dir="auto"
        />
        <TextInput
          type="date"
          label="Last day on which it is taken"
          description="Empty for stopping now. What was logged stays in any case."
          value={values.lastDay}
          onChange={({ currentTarget }) => setValues({ ...values, lastDay: currentTarget.value })}
        />
        <Checkbox
          size="md"
          label="It was never taken: it was entered in error"
          checked={values.isEnteredInError}
          onChange={({ currentTarget }) => setValues({ ...values, isEnteredInError: currentTarget.checked })}
        />
        <FormFailure error={stop.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Keep taking it
          </Button>
          <Button type="submit" loading={stop.isPending}>
            Stop
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
