import { useFollow } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { Change } from '../../server/changes.ts';
import { useTRPC, useTRPCClient } from '../client.ts';

/** Reads again what changed in other tabs and on other devices, for as long as somebody can see this one. */
export function useFollowChanges(): void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();

  const read = ({ contextId, conversationId }: Change) => {
    const invalidate = (queryKey: readonly unknown[]) => void queries.invalidateQueries({ queryKey });
    if (!contextId && !conversationId) return void queries.invalidateQueries();
    if (contextId) {
      invalidate(trpc.contexts.list.pathKey());
      invalidate(trpc.contexts.byId.queryKey({ id: contextId }));
    }
    if (conversationId) {
      invalidate(trpc.conversations.list.pathKey());
      invalidate(trpc.conversations.byId.queryKey({ id: conversationId }));
    }
  };

  useFollow({
    open: (handlers) => client.changes.follow.subscribe(undefined, handlers),
    onChange: read,
    onGap: () => read({}),
  });
}
