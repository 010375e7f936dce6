import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';

/** The person's businesses, the oldest first. */
export function useBusinesses() {
  const trpc = useTRPC();
  return useQuery(trpc.contexts.list.queryOptions());
}
