import { notify, notifyError } from '@commons/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Note, useTRPC } from '../client.ts';
import { textOf } from './note-values.ts';

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

  const remove = (note: Note) =>
    removing.mutate(
      { id: note.id },
      {
        onSuccess: () => {
          const undo = { label: 'Undo', run: () => restoring.mutate({ id: note.id, ...textOf(note) }) };
          notify({ title: 'The note was deleted', action: undo });
        },
      },
    );
  return { remove, pending: removing.isPending };
}
