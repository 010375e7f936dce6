import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Checkpoint, restoreView, type StoredView } from '../../deliberation/checkpoint.ts';
import type { SessionEvent } from '../../deliberation/event.ts';
import { useTRPC, useTRPCClient } from '../client.ts';

/** The end of a log that is longer, and the room as it was before that. */
interface LogStart {
  checkpoint: Checkpoint;
  events: SessionEvent[];
}

/** The log of a session. Whenever it is read again, only what came after the newest known event is fetched. */
export function useLog(id: string) {
  const queryKey = useTRPC().room.events.queryKey({ id });
  const startKey = useStartKey(id);
  const client = useTRPCClient();
  const queries = useQueryClient();
  return useQuery({
    queryKey: [...queryKey, 'log'],
    queryFn: async ({ queryKey: key, signal }) => {
      const known = queries.getQueryData<SessionEvent[]>(key) ?? [];
      const after = known.at(-1)?.seq ?? 0;
      if (after > 0) {
        const more = await client.room.events.query({ id, after }, { signal });
        return [...known, ...more.map(fromWire)];
      }
      const { checkpoint, events } = await client.room.start.query({ id }, { signal });
      const since = events.map(fromWire);
      if (!checkpoint) return since;
      const { seq } = checkpoint;
      // Only JSON keeps a view, and it is what the server stores.
      const view = restoreView(checkpoint.view as StoredView);
      queries.setQueryData<LogStart>(startKey, { checkpoint: { seq, view }, events: since });
      const before = await client.room.events.query({ id, until: seq }, { signal });
      return [...before.map(fromWire), ...since];
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What is known of a log before all of it is: enough to show the room. Undefined where the log is short. */
export function useLogStart(id: string): LogStart | undefined {
  return useQuery<LogStart>({ queryKey: useStartKey(id), queryFn: skipToken }).data;
}

const useStartKey = (id: string) => [...useTRPC().room.start.queryKey({ id }), 'start'];

/** Dates are strings on the wire. */
function fromWire(event: Omit<SessionEvent, 'at'> & { at: string }): SessionEvent {
  return { ...event, at: new Date(event.at) } as SessionEvent;
}
