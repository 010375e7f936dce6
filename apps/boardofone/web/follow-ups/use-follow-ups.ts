import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';

/** What was asked after a session; it is read again when there is word of an answer. */
export function useFollowUps(sessionId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.followUps.list.queryOptions({ sessionId }));
}
