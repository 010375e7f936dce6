import { ModelNotice } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { type Session, useTRPC } from '../client.ts';

/** Says so where no language model spoke, or will speak, whatever is configured by now. */
export function RehearsalNotice({ session }: { session: Session }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.account.mine.queryOptions());
  const isRehearsal = session.isRehearsal ?? data?.model.offline;
  if (!isRehearsal) return null;
  return <ModelNotice assistantName="the board" isOver={data?.model.offline === false} />;
}
