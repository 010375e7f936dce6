import { notifyError } from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Turn, useTRPC } from '../client.ts';
import classes from './talk.module.css';

const reasons: Partial<Record<Turn['status'], string>> = {
  error: 'I lost my words just now. Nothing of yours is lost.',
  interrupted: 'I was interrupted.',
  stopped: 'I have stopped.',
};

/** What happened to a turn that did not come to its end, and how it goes on. */
export function BrokenOff({ turn }: { turn: Turn }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { mutate: goOn, isPending } = useMutation(
    trpc.turns.continue.mutationOptions({
      onSettled: () => queries.invalidateQueries(),
      onError: notifyError,
    }),
  );
  const reason = reasons[turn.status];
  if (!reason) return null;
  return (
    <div className={classes.broken} role="status">
      <p>{reason}</p>
      <Button variant="light" size="md" loading={isPending} onClick={() => goOn({ answerId: turn.id })}>
        {turn.status === 'error' ? 'Try again' : 'Go on'}
      </Button>
    </div>
  );
}
