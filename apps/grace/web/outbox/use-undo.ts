import { notify, notifyError, useAnnounce } from '@commons/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import type { OutboxItem } from './outbox-item.ts';

/** Takes back what was recorded seconds ago. */
export function useUndo(): (item: OutboxItem) => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { mutate } = useMutation(trpc.doses.undo.mutationOptions());
  return ({ input: { id, profileId }, name }) => {
    const done = `${name}: taken back`;
    mutate(
      { id, profileId },
      {
        onSuccess: () => {
          notify({ title: done });
          announce(done);
        },
        onError: notifyError,
        onSettled: () => queries.invalidateQueries({ queryKey: trpc.doses.pathKey() }),
      },
    );
  };
}
