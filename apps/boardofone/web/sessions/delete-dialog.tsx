import { ConfirmDialog, notify } from '@commons/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isOver } from '../../deliberation/states.ts';
import { type SessionSummary, useTRPC, useTRPCClient } from '../client.ts';

interface DeleteDialogProps {
  /** Nothing while the dialog is closed. */
  session: SessionSummary | null;
  onClose: () => void;
}

/** Asks before a session is gone for good. */
export function DeleteDialog({ session, onClose }: DeleteDialogProps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const { mutate, isPending, error, reset } = useMutation({
    async mutationFn({ id, status }: SessionSummary) {
      if (!isOver(status)) await client.sessions.kill.mutate({ id, reason: 'Deleted by its owner.' });
      await client.sessions.remove.mutate({ id });
    },
    onSuccess() {
      close();
      notify({ title: 'Deleted' });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.sessions.pathKey() }),
  });
  const close = () => {
    reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={session !== null}
      onClose={close}
      title="Delete this decision?"
      confirmLabel="Delete for good"
      cancelLabel="Keep it"
      typed={{ label: 'Type “delete” to confirm', text: 'delete' }}
      pending={isPending}
      error={error}
      onConfirm={() => session && mutate(session)}
    >
      <p>
        The problem, the debate, the votes, the memo and every link to it are gone, and nobody can bring them
        back. Your audit log keeps that it was deleted and nothing of what it said.
      </p>
      {session && !isOver(session.status) && <p>It is not over yet, so it is ended first.</p>}
    </ConfirmDialog>
  );
}
