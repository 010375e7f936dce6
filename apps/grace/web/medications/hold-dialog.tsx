import { newMessageId, notify, notifyError } from '@commons/ui';
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { nameWithStrength } from '../../medicine/strength.ts';
import { type Medication, useTRPC } from '../client.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { DialogForm } from '../dialogs/dialog-form.tsx';
import { ReasonInput } from '../dialogs/reason-input.tsx';
import { startOfDay } from './start-of-day.ts';

interface HoldDialogProps {
  medication: Medication;
  opened: boolean;
  onClose: () => void;
}

/** Asks why a medicine is put on hold, and from when until when. */
export function HoldDialog({ medication, opened, onClose }: HoldDialogProps) {
  return (
    <Dialog title={`Put ${nameWithStrength(medication)} on hold?`} opened={opened} onClose={onClose}>
      <HoldForm medication={medication} onClose={onClose} />
    </Dialog>
  );
}

function HoldForm({ medication, onClose }: Omit<HoldDialogProps, 'opened'>) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id, profileId, version, versions } = medication;
  const [values, setValues] = useState(() => ({ holdId: newMessageId(), reason: '', from: '', until: '' }));
  const [submitted, setSubmitted] = useState(false);
  const zone = versions.at(-1)?.zone ?? 'UTC';
  const refresh = () => queries.invalidateQueries();
  const resume = useMutation(
    trpc.medications.resume.mutationOptions({
      onSuccess: () => void notify({ title: 'It counts again from now on' }),
      onError: notifyError,
      onSettled: refresh,
    }),
  );
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
  const submit = () => {
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
  };
  return (
    <DialogForm
      onSubmit={submit}
      onClose={onClose}
      submit="Put on hold"
      cancel="Keep taking it"
      isPending={hold.isPending}
      error={hold.error}
    >
      <ReasonInput
        value={values.reason}
        onChange={(reason) => setValues({ ...values, reason })}
        isSubmitted={submitted}
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
    </DialogForm>
  );
}
