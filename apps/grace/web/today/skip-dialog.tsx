import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SkipReason } from '../../administration/schemas.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { DialogForm } from '../dialogs/dialog-form.tsx';
import type { TodayDose } from './today-from.ts';
import { skipReasons } from './words.ts';

interface SkipDialogProps {
  dose: TodayDose;
  onClose: () => void;
  onReport: (values: { reason: SkipReason; note: string }) => void;
}

/** Why a dose is left out. */
export function SkipDialog({ dose: { medicine }, onClose, onReport }: SkipDialogProps) {
  const [reason, setReason] = useState<SkipReason>();
  const [note, setNote] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const offered = Object.entries(skipReasons).filter(
    ([value]) => medicine.isSkippable || value === 'clinician_told',
  );
  const report = () => {
    setSubmitted(true);
    if (reason) onReport({ reason, note });
  };
  return (
    <Dialog title={`Skip ${medicine.name}?`} onClose={onClose}>
      <DialogForm onSubmit={report} onClose={onClose} submit="Skip this dose" cancel="Keep it">
        <Radio.Group
          label="Why?"
          description={
            medicine.isSkippable
              ? undefined
              : 'This medicine must not be left out unless a clinician said so.'
          }
          value={reason ?? ''}
          onChange={(value) => setReason(value as SkipReason)}
          error={submitted && !reason && 'Choose a reason.'}
        >
          <Stack gap="sm" mt="xs">
            {offered.map(([value, label]) => (
              <Radio key={value} value={value} label={label} size="md" />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label="Note"
          description="Who said so, or what it was"
          value={note}
          maxLength={300}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </DialogForm>
    </Dialog>
  );
}
