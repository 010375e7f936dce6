import { notify, notifyError } from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { statusOf } from '../../medicine/status.ts';
import { type Medication, useTRPC } from '../client.ts';
import { HoldDialog } from './hold-dialog.tsx';
import classes from './medications.module.css';
import { StopDialog } from './stop-dialog.tsx';

/** What may be done with a medicine as it stands. */
export function MedicationActions({ medication, now }: { medication: Medication; now: number }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<'hold' | 'stop' | null>(null);
  const { id, profileId, version, versions, stoppedAt } = medication;
  const status = statusOf(medication, now);
  const isOver = status === 'stopped' || status === 'error';
  const hasHold = versions.some(({ holds }) =>
    holds.some(({ until = Number.POSITIVE_INFINITY }) => until > now),
  );
  const settled = (title: string) => ({
    onSuccess: () => void notify({ title }),
    onError: (error: unknown) => void notifyError(error),
    onSettled: () => queries.invalidateQueries(),
  });
  const resume = useMutation(trpc.medications.resume.mutationOptions(settled('It counts again from now on')));
  const restart = useMutation(trpc.medications.restart.mutationOptions(settled('It is taken again')));
  const seen = { profileId, id, version };
  const base = `/p/${profileId}/medications/${id}`;
  return (
    <div className={classes.actions}>
      <Button component={Link} href={`${base}/edit`} variant="default">
        Edit details
      </Button>
      {!isOver && hasHold && (
        <Button
          variant="default"
          loading={resume.isPending}
          onClick={() => resume.mutate({ ...seen, reason: '' })}
        >
          Take it up again
        </Button>
      )}
      {!isOver && !hasHold && (
        <Button variant="default" onClick={() => setDialog('hold')}>
          Put on hold
        </Button>
      )}
      {!isOver && (
        <Button variant="default" onClick={() => setDialog('stop')}>
          Stop
        </Button>
      )}
      {stoppedAt && (
        <Button
          variant={isOver ? 'light' : 'default'}
          loading={restart.isPending}
          onClick={() => restart.mutate({ ...seen, reason: '' })}
        >
          {isOver ? 'Start it again' : 'Do not stop it after all'}
        </Button>
      )}
      <HoldDialog medication={medication} opened={dialog === 'hold'} onClose={() => setDialog(null)} />
      <StopDialog medication={medication} opened={dialog === 'stop'} onClose={() => setDialog(null)} />
    </div>
  );
}
