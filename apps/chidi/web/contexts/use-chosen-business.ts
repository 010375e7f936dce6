import { useSearchParams } from 'wouter';
import type { Business } from '../client.ts';
import { useConversations } from '../conversations/use-conversations.ts';
import { useBusinesses } from './use-businesses.ts';

/** The business of the next conversation: the one that the address names, else that of the latest conversation. */
export function useChosenBusiness(): Business | undefined {
  const [search] = useSearchParams();
  const { data: businesses = [] } = useBusinesses();
  const { data: conversations } = useConversations();
  const named = search.get('business');
  const latest = conversations?.pages[0]?.items[0]?.userContextId;
  return (
    businesses.find(({ id }) => id === named) ?? businesses.find(({ id }) => id === latest) ?? businesses[0]
  );
}
