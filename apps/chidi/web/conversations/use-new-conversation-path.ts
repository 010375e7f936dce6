import { useQuery } from '@tanstack/react-query';
import { useRoute } from 'wouter';
import { useTRPC } from '../client.ts';

/** Where a new conversation begins: about the same business as the one that is open. */
export function useNewConversationPath(): string {
  const trpc = useTRPC();
  const [, open] = useRoute('/c/:id');
  const id = open?.id ?? '';
  const { data } = useQuery(trpc.conversations.byId.queryOptions({ id }, { enabled: false }));
  return data ? newConversationAbout(data.userContextId) : '/';
}

export function newConversationAbout(businessId: string): string {
  return `/?business=${businessId}`;
}
