import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Notice, useTRPC } from '../client.ts';

/** What the person was told, and how it is marked as read: at once, and back again where the server refuses. */
export function useNotices() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = trpc.notices.list.queryOptions();
  const list = useQuery(options);
  const { mutate } = useMutation(
    trpc.notices.markRead.mutationOptions({
      onMutate: ({ id }) =>
        queries.setQueryData(options.queryKey, (notices: Notice[] | undefined) =>
          notices?.map((one) => (one.id === id ? { ...one, readAt: one.readAt ?? one.createdAt } : one)),
        ),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.notices.list.pathKey() }),
    }),
  );
  return { ...list, markRead: (id: string) => mutate({ id }) };
}
