import { describeError, ErrorState, LoadingState, NotFoundState } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { type Medication, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';

/** The medicine of the address, once it is read. */
export function WithMedication({ children }: { children: (medication: Medication) => ReactNode }) {
  const trpc = useTRPC();
  const { id: profileId } = useProfile();
  const { id = '' } = useParams<{ id: string }>();
  const { data, error, refetch } = useQuery(trpc.medications.byId.queryOptions({ profileId, id }));
  if (data) return children(data);
  if (!error) return <LoadingState />;
  if (['NOT_FOUND', 'BAD_INPUT'].includes(describeError(error).code)) return <NotFoundState />;
  return <ErrorState error={error} onRetry={() => void refetch()} />;
}
