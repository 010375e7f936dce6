import { useFollow } from '@commons/ui';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../client.ts';

/** Reads on in the log of a session that moves, and again what else changed in other tabs and on other devices. */
export function useFollowChanges(): void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  // A panel that speaks is heard of many times a second: what is being read arrives, and is read on from there.
  const readAgain = (queryKey?: QueryKey) =>
    void queries.invalidateQueries(queryKey && { queryKey }, { cancelRefetch: false });
  useFollow({
    open: (handlers) => client.changes.follow.subscribe(undefined, handlers),
    onChange: ({ sessionId: id }: { sessionId?: string }) => {
      if (!id) return readAgain();
      const keys = [
        trpc.sessions.list.pathKey(),
        trpc.notices.list.queryKey(),
        trpc.sessions.byId.queryKey({ id }),
        trpc.room.events.queryKey({ id }),
        trpc.room.contributions.queryKey({ id }),
        trpc.room.memo.queryKey({ id }),
        trpc.followUps.list.queryKey({ sessionId: id }),
        trpc.forks.pathKey(),
      ];
      for (const queryKey of keys) readAgain(queryKey);
    },
    onGap: readAgain,
  });
}
