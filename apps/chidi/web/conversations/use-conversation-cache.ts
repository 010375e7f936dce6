import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Conversation, useTRPC } from '../client.ts';

/** The conversations that this page holds, for whoever knows something about them before the server says it. */
export function useConversationCache() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMemo(() => {
    const keyOf = (id: string) => trpc.conversations.byId.queryKey({ id });
    const refresh = (id: string) => queries.invalidateQueries({ queryKey: keyOf(id) });
    const refreshList = () => queries.invalidateQueries({ queryKey: trpc.conversations.list.pathKey() });
    return {
      put: (conversation: Conversation) => queries.setQueryData(keyOf(conversation.id), conversation),
      /** Changes what is shown; an answer from before that is still on its way does not undo it. */
      async change(id: string, change: (conversation: Conversation) => Conversation) {
        await queries.cancelQueries({ queryKey: keyOf(id) });
        queries.setQueryData(keyOf(id), (before) => before && change(before));
      },
      refresh,
      refreshList,
    };
  }, [trpc, queries]);
}
