import { notify, notifyError, useAnnounce } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../client.ts';
import type { OutboxItem } from './outbox-item.ts';

/** Takes back what was recorded seconds ago; each of several says for itself what became of it. */
export function useUndo(): (item: OutboxItem) => Promise<void> {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return async ({ input: { id, profileId }, name }) => {
    try {
      await client.doses.undo.mutate({ id, profileId });
      const done = `${name}: taken back`;
      notify({ title: done });
      announce(done);
    } catch (error) {
      notifyError(error);
    } finally {
      await queries.invalidateQueries({ queryKey: trpc.doses.pathKey() });
    }
  };
}
