import { ModelNotice } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';

/** Says so where no language model speaks. */
export function RehearsalNotice() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.account.mine.queryOptions());
  return data?.model.offline ? <ModelNotice assistantName="the board" /> : null;
}
