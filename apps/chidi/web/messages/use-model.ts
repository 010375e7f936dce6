import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';

/** Which language model answers here; undefined until that is known. */
export function useModel() {
  const trpc = useTRPC();
  return useQuery(trpc.model.describe.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY })).data;
}
