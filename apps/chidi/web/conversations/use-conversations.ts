import { useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';

/** The person's conversations, the most recent first, a page at a time. */
export function useConversations() {
  const trpc = useTRPC();
  return useInfiniteQuery(
    trpc.conversations.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
}
