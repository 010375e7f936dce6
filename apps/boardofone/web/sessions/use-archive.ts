import { notify, notifyError } from '@commons/ui';
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { type SessionPage, useTRPC } from '../client.ts';

/** Puts a session out of the list or back into it, at once, with a way back. */
export function useArchive(): (id: string, isArchived: boolean) => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const queryKey = trpc.sessions.list.pathKey();
  const options = trpc.sessions.archive.mutationOptions({
    async onMutate({ id }) {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueriesData<InfiniteData<SessionPage>>({ queryKey });
      queries.setQueriesData<InfiniteData<SessionPage>>({ queryKey }, (list) => list && without(list, id));
      return { before };
    },
    onError(error, _, kept) {
      for (const [key, list] of kept?.before ?? []) queries.setQueryData(key, list);
      notifyError(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  const undo = useMutation(options);
  const { mutate } = useMutation({
    ...options,
    // Not by the call: of two in a row only the last would be heard of, and the first could not be taken back.
    onSuccess: (_, { id, isArchived }) =>
      void notify({
        title: isArchived ? 'Archived' : 'Back in the list',
        action: { label: 'Undo', run: () => undo.mutate({ id, isArchived: !isArchived }) },
      }),
  });
  return (id, isArchived) => mutate({ id, isArchived });
}

const without = (list: InfiniteData<SessionPage>, id: string): InfiniteData<SessionPage> => ({
  ...list,
  pages: list.pages.map((one) => ({ ...one, items: one.items.filter((session) => session.id !== id) })),
});
