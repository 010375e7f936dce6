import { notifyError } from '@commons/ui';
import { type InfiniteData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Notice, useTRPC } from '../client.ts';

/** What the person was told last. */
export function useNotices() {
  return useQuery(useTRPC().notices.list.queryOptions());
}

type Kept = Notice[] | InfiniteData<Notice[]>;

/** Marks a notice as read: at once, and back again where the server refuses or is not reached. */
export function useMarkRead(): (id: string) => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const queryKey = trpc.notices.list.pathKey();
  const show = (id: string, readAt: string | null) =>
    queries.setQueriesData<Kept>({ queryKey }, (kept) => kept && withRead(kept, id, readAt));
  const { mutate } = useMutation(
    trpc.notices.markRead.mutationOptions({
      async onMutate({ id }) {
        await queries.cancelQueries({ queryKey });
        const lists = queries.getQueriesData<Kept>({ queryKey }).map(([, kept]) => kept);
        const before = lists.flatMap((kept) => kept && noticesIn(kept)).find((one) => one?.id === id);
        if (before && before.readAt === null) show(id, before.createdAt);
        return { wasUnread: before?.readAt === null };
      },
      onError(error, { id }, shown) {
        // That one alone: others may have been marked meanwhile.
        if (shown?.wasUnread) show(id, null);
        notifyError(error);
      },
      onSettled: () => queries.invalidateQueries({ queryKey }),
    }),
  );
  return (id) => mutate({ id });
}

const noticesIn = (kept: Kept): Notice[] => (Array.isArray(kept) ? kept : kept.pages.flat());

function withRead(kept: Kept, id: string, readAt: string | null): Kept {
  const change = (notices: Notice[]) => notices.map((one) => (one.id === id ? { ...one, readAt } : one));
  return Array.isArray(kept) ? change(kept) : { ...kept, pages: kept.pages.map(change) };
}
