import { notify, notifyError } from '@commons/ui';
import { Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { nameWithStrength } from '../../medicine/strength.ts';
import { type Medication, useTRPC } from '../client.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { DialogForm } from '../dialogs/dialog-form.tsx';
import { ReasonInput } from '../dialogs/reason-input.tsx';
import { endOfDay } from './start-of-day.ts';

interface StopDialogProps {
  medication: Medication;
  opened: boolean;
  onClose: () => void;
}

/** Asks why a medicine is stopped, and when. */
export function StopDialog({ medication, opened, onClose }: StopDialogProps) {
  return (
    <Dialog title={`Stop ${nameWithStrength(medication)}?`} opened={opened} onClose={onClose}>
      <StopForm medication={medication} onClose={onClose} />
    </Dialog>
  );
}

function StopForm({ medication, onClose }: Omit<StopDialogProps, 'opened'>) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id, profileId, version, versions } = medication;
  const [values, setValues] = useState({ reason: '', lastDay: '', isEnteredInError: false });
  const [submitted, setSubmitted] = useState(false);
  const zone = versions.at(-1)?.zone ?? 'UTC';
  const refresh = () => queries.invalidateQueries();
  const restart = useMutation(
    trpc.medications.restart.mutationOptions({
      onSuccess: () => void notify({ title: 'It is taken again' }),
      onError: notifyError,
      onSettled: refresh,
    }),
  );
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
  const submit = () => {
    setSubmitted(true);
    const { reason, lastDay, isEnteredInError } = values;
    if (reason.trim() === '') return;
    stop.mutate({ profileId, id, version, reason, isEnteredInError, at: endOfDay(zone, lastDay) });
  };
  return (
    <DialogForm
      onSubmit={submit}
      onClose={onClose}
      submit="Stop"
      cancel="Keep taking it"
      isPending={stop.isPending}
      error={stop.error}
    >
      <ReasonInput
        value={values.reason}
        onChange={(reason) => setValues({ ...values, reason })}
        isSubmitted={submitted}
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
    </DialogForm>
  );
}
