import { FormFailure, newMessageId, notify, useDialogLayer } from '@commons/ui';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { nameWithStrength } from '../../medicine/strength.ts';
import { type Medication, useTRPC } from '../client.ts';
import { startOfDay } from './start-of-day.ts';

interface DialogProps {
  medication: Medication;
  opened: boolean;
  onClose: () => void;
}

/** Asks why a medicine is put on hold, and from when until when. */
export function HoldDialog({ medication, opened, onClose }: DialogProps) {
  return (
    <Modal
      {...useDialogLayer(opened)}
      onClose={onClose}
      title={`Put ${nameWithStrength(medication)} on hold?`}
      centered
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
    >
      <HoldForm medication={medication} onClose={onClose} />
    </Modal>
  );
}

function HoldForm({ medication, onClose }: Omit<DialogProps, 'opened'>) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id, profileId, version, versions } = medication;
  const [values, setValues] = useState(() => ({ holdId: newMessageId(), reason: '', from: '', until: '' }));
  const [submitted, setSubmitted] = useState(false);
  const zone = versions.at(-1)?.zone ?? 'UTC';
  const refresh = () => queries.invalidateQueries();
  const resume = useMutation(trpc.medications.resume.mutationOptions({ onSettled: refresh }));
  const hold = useMutation(
    trpc.medications.hold.mutationOptions({
      onSuccess: (held) => {
        onClose();
        const undo = () => resume.mutate({ profileId, id, version: held.version, reason: '' });
        notify({ title: `${held.name} is on hold`, action: { label: 'Undo', run: undo } });
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
        const { holdId, reason, from, until } = values;
        if (reason.trim() === '') return;
        hold.mutate({
          profileId,
          id,
          version,
          holdId,
          reason,
          from: startOfDay(zone, from),
          until: startOfDay(zone, until),
        });
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
          label="From"
          description="Empty for now."
          value={values.from}
          onChange={({ currentTarget }) => setValues({ ...values, from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label="First day on which it is taken again"
          description="Empty for until somebody takes it up again."
          value={values.until}
          onChange={({ currentTarget }) => setValues({ ...values, until: currentTarget.value })}
        />
        <FormFailure error={hold.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Keep taking it
          </Button>
          <Button type="submit" loading={hold.isPending}>
            Put on hold
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
