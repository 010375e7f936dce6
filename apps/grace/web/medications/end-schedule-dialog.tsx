import { FormFailure, newMessageId, notify, useDialogLayer } from '@commons/ui';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { otherPlans } from '../../medicine/other-plans.ts';
import { type Medication, useTRPC } from '../client.ts';
import { planText } from '../schedule/plan-text.ts';

interface EndScheduleDialogProps {
  medication: Medication;
  ending: Medication['versions'][number];
  now: number;
  onClose: () => void;
}

/** Asks why one of several schedules is ended, and says which go on. */
export function EndScheduleDialog({ medication, ending, now, onClose }: EndScheduleDialogProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const { id, profileId, version, versions } = medication;
  const { scheduleId, plan, lateWindowMinutes } = ending;
  const refresh = () => queries.invalidateQueries();
  const { mutate: addBack } = useMutation(
    trpc.medications.addSchedule.mutationOptions({ onSettled: refresh }),
  );
  const end = useMutation(
    trpc.medications.endSchedule.mutationOptions({
      onSuccess: (ended) => {
        onClose();
        const run = () =>
          addBack({
            ...{ profileId, id, version: ended.version, scheduleId: newMessageId() },
            ...{ schedule: { plan, lateWindowMinutes }, from: null, reason: '' },
          });
        notify({ title: 'The schedule has ended', action: { label: 'Undo', run } });
      },
      onSettled: refresh,
    }),
  );
  return (
    <Modal
      {...useDialogLayer(true)}
      onClose={onClose}
      title="End this schedule?"
      centered
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setSubmitted(true);
          if (reason.trim() !== '') end.mutate({ profileId, id, version, scheduleId, reason });
        }}
      >
        <Stack gap="md">
          <p>
            From now on there is no more: <strong>{planText(plan)}</strong>. Still taken:{' '}
            {otherPlans(versions, scheduleId, now).map(planText).join('; ')}.
          </p>
          <p>
            To end it on a later day,{' '}
            <Link href={`/p/${profileId}/medications/${id}/schedule/${scheduleId}`}>change it</Link> and
            choose its last day.
          </p>
          <TextInput
            label="Why?"
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={submitted && reason.trim() === '' && 'Say why, in a few words.'}
            aria-required
            data-autofocus
            autoComplete="off"
            dir="auto"
          />
          <FormFailure error={end.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Keep it
            </Button>
            <Button type="submit" loading={end.isPending}>
              End it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
