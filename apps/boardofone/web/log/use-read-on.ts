import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';

/**
 * Reads on in a session after something was done about it here: word of it comes by the live stream as well, but not to a page whose
 * stream is cut, and an answer that got lost may have done what it was sent for.
 */
export function useReadOn(id: string): () => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return async () => {
    const keys = [
      trpc.sessions.byId.queryKey({ id }),
      trpc.room.events.queryKey({ id }),
      trpc.sessions.list.pathKey(),
    ];
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
}
