import { notify, notifyError, useAnnounce } from '@commons/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatAmount } from '../../schedule/amount.ts';
import { type Outputs, useTRPC } from '../client.ts';

export type Stock = Outputs['stock']['list'][number];
export type StockChanges = ReturnType<typeof useStockChanges>;

/** Refill, count, and the way back from both; each is said once it is stored. */
export function useStockChanges(profileId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const readAgain = () => queries.invalidateQueries({ queryKey: trpc.stock.list.queryKey() });
  const takeBack = useMutation(
    trpc.stock.takeBack.mutationOptions({
      onError: notifyError,
      onSuccess: () => announce('Taken back'),
      onSettled: readAgain,
    }),
  );
  const refill = useMutation(trpc.stock.refill.mutationOptions({ onSettled: readAgain }));
  const count = useMutation(trpc.stock.count.mutationOptions({ onSettled: readAgain }));

  return {
    takeBack: (id: string) => takeBack.mutate({ profileId, id }),
    isTakingBack: takeBack.isPending,
    /** Resolves once it is stored; rejects with what the server says. */
    record: async (
      kind: 'refill' | 'count',
      { medicationId, name, unit }: Stock,
      amount: string,
      id: string,
    ) => {
      await (kind === 'refill' ? refill : count).mutateAsync({ id, profileId, medicationId, amount });
      const what = formatAmount(amount, unit);
      notify({
        title: kind === 'refill' ? `${what} of ${name} added` : `${name}: ${what} counted`,
        action: { label: 'Undo', run: () => takeBack.mutate({ profileId, id }) },
      });
    },
    isRecording: refill.isPending || count.isPending,
  };
}
