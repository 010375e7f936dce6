import { describeError } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { type ConversationPage, useTRPC, useTRPCClient } from '../client.ts';
import { useConversationCache } from './use-conversation-cache.ts';

interface Pages {
  pages: ConversationPage[];
}

/** The pages of the sidebar with one title changed. */
function withTitle<T extends Pages>(data: T, id: string, title: string | null): T {
  const change = (page: ConversationPage) => ({
    ...page,
    items: page.items.map((item) => (item.id === id ? { ...item, title } : item)),
  });
  return { ...data, pages: data.pages.map(change) };
}

/** Renames a conversation everywhere at once, and back again if the server refuses; then it returns why. */
export function useRename() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const cache = useConversationCache();

  const show = async (id: string, title: string | null) => {
    const queryKey = trpc.conversations.list.infiniteQueryKey({});
    await queries.cancelQueries({ queryKey });
    queries.setQueryData(queryKey, (data) => data && withTitle(data, id, title));
    await cache.change(id, (conversation) => ({ ...conversation, title }));
  };

  return async (id: string, title: string, before: string | null): Promise<string | null> => {
    await show(id, title.trim());
    try {
      await client.conversations.rename.mutate({ id, title });
      return null;
    } catch (error) {
      await show(id, before);
      const { title: what, text } = describeError(error);
      return `${what}. ${text}`;
    } finally {
      void cache.refreshList();
    }
  };
}
