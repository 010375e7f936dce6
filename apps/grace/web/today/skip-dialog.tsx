import { useDialogLayer } from '@commons/ui';
import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SkipReason } from '../../administration/schemas.ts';
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
    <Modal
      {...useDialogLayer(true)}
      onClose={onClose}
      title={`Skip ${medicine.name}?`}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          report();
        }}
      >
        <Stack gap="md">
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
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Keep it
            </Button>
            <Button type="submit">Skip this dose</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
