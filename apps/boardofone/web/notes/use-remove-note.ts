import { notify, notifyError } from '@commons/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Note, useTRPC } from '../client.ts';

/** Deletes a note and offers to bring it back: the same text under the same id. */
export function useRemoveNote() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const settled = {
    onError: (error: unknown) => void notifyError(error),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.notes.list.pathKey() }),
  };
  const restoring = useMutation(trpc.notes.create.mutationOptions(settled));
  const removing = useMutation(trpc.notes.remove.mutationOptions(settled));

  const remove = ({ id, title, body }: Note) =>
    removing.mutate(
      { id },
      {
        onSuccess: () => {
          const undo = { label: 'Undo', run: () => restoring.mutate({ id, title, body }) };
          notify({ title: 'The note was deleted', action: undo });
        },
      },
    );
  return { remove, pending: removing.isPending };
}
