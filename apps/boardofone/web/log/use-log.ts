import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionEvent } from '../../deliberation/event.ts';
import { useTRPC, useTRPCClient } from '../client.ts';

/** The log of a session. Whenever it is read again, only what came after the newest known event is fetched. */
export function useLog(id: string) {
  const queryKey = useTRPC().room.events.queryKey({ id });
  const client = useTRPCClient();
  const queries = useQueryClient();
  return useQuery({
    queryKey: [...queryKey, 'log'],
    queryFn: async ({ queryKey: key, signal }) => {
      const known = queries.getQueryData<SessionEvent[]>(key) ?? [];
      const after = known.at(-1)?.seq ?? 0;
      const more = await client.room.events.query({ id, after }, { signal });
      return [...known, ...more.map(fromWire)];
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Dates are strings on the wire. */
function fromWire(event: Omit<SessionEvent, 'at'> & { at: string }): SessionEvent {
  return { ...event, at: new Date(event.at) } as SessionEvent;
}
