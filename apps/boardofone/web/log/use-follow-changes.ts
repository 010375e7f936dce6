import { useFollow } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../client.ts';

/** Reads on in the log of a session that moves, and again what else changed in other tabs and on other devices. */
export function useFollowChanges(): void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const readAgain = () => void queries.invalidateQueries();
  // What happened after a page was read and before anybody listened is in the log as well.
  const readOn = () => void queries.invalidateQueries({ queryKey: trpc.room.events.pathKey() });
  useFollow({
    open: (handlers) => {
      const onStarted = () => {
        handlers.onStarted();
        readOn();
      };
      return client.changes.follow.subscribe(undefined, { ...handlers, onStarted });
    },
    onChange: ({ sessionId: id }: { sessionId?: string }) => {
      if (!id) return readAgain();
      const keys = [
        trpc.sessions.list.pathKey(),
        trpc.notices.list.queryKey(),
        trpc.sessions.byId.queryKey({ id }),
        trpc.room.events.queryKey({ id }),
        trpc.room.contributions.queryKey({ id }),
        trpc.followUps.list.queryKey({ sessionId: id }),
        trpc.forks.pathKey(),
      ];
      for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
    },
    onGap: readAgain,
  });
}
