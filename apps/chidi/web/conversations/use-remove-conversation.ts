import { notify, notifyError } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { type ConversationPage, type ConversationSummary, useTRPC, useTRPCClient } from '../client.ts';
import { useConversationCache } from './use-conversation-cache.ts';

function without<T extends { pages: ConversationPage[] }>(data: T, id: string): T {
  const pages = data.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) }));
  return { ...data, pages };
}

/** Deletes a conversation at once and offers to bring it back; it is listed again if the server refuses. */
export function useRemoveConversation({ id }: Pick<ConversationSummary, 'id'>) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const cache = useConversationCache();
  const [location, navigate] = useLocation();
  const address = `/c/${id}`;
  const wasOpen = location === address;

  const restore = async () => {
    try {
      await client.conversations.restore.mutate({ id });
      if (wasOpen) navigate(address);
    } catch (error) {
      notifyError(error);
    } finally {
      void cache.refreshList();
    }
  };

  return async () => {
    const queryKey = trpc.conversations.list.infiniteQueryKey({});
    await queries.cancelQueries({ queryKey });
    const before = queries.getQueryData(queryKey);
    queries.setQueryData(queryKey, (data) => data && without(data, id));
    if (wasOpen) navigate('/');
    try {
      await client.conversations.remove.mutate({ id });
      notify({
        title: 'The conversation was deleted',
        action: { label: 'Undo', run: () => void restore() },
      });
    } catch (error) {
      // At once, as the list may be out of reach as well.
      queries.setQueryData(queryKey, before);
      if (wasOpen) navigate(address);
      notifyError(error);
    } finally {
      void cache.refreshList();
    }
  };
}
