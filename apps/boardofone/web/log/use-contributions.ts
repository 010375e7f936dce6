import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';

/** Everything that was said in a session. What is said stays as it is: it is read again when there is word of more. */
export function useContributions(id: string) {
  const trpc = useTRPC();
  return useQuery(trpc.room.contributions.queryOptions({ id }, { staleTime: Number.POSITIVE_INFINITY }));
}
