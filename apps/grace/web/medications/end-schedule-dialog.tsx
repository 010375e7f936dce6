import { newMessageId, notify, notifyError } from '@commons/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { otherPlans } from '../../medicine/other-plans.ts';
import { type Medication, useTRPC } from '../client.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { DialogForm } from '../dialogs/dialog-form.tsx';
import { ReasonInput } from '../dialogs/reason-input.tsx';
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
    trpc.medications.addSchedule.mutationOptions({
      onSuccess: () => void notify({ title: 'The schedule goes on' }),
      onError: notifyError,
      onSettled: refresh,
    }),
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
  const submit = () => {
    setSubmitted(true);
    if (reason.trim() !== '') end.mutate({ profileId, id, version, scheduleId, reason });
  };
  return (
    <Dialog title="End this schedule?" onClose={onClose}>
      <DialogForm
        onSubmit={submit}
        onClose={onClose}
        submit="End it"
        cancel="Keep it"
        isPending={end.isPending}
        error={end.error}
      >
        <p>
          From now on there is no more: <strong>{planText(plan)}</strong>. Still taken:{' '}
          {otherPlans(versions, scheduleId, now).map(planText).join('; ')}.
        </p>
        <p>
          To end it on a later day,{' '}
          <Link href={`/p/${profileId}/medications/${id}/schedule/${scheduleId}`}>change it</Link> and choose
          its last day.
        </p>
        <ReasonInput value={reason} onChange={setReason} isSubmitted={submitted} />
      </DialogForm>
    </Dialog>
  );
}
