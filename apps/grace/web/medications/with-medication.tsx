import { describeError, ErrorState, LoadingState, NotFoundState } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { type Medication, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { useNowSince } from './use-now-since.ts';

/** The medicine of the address, once it is read. */
export function WithMedication({
  children,
}: {
  children: (medication: Medication, now: number) => ReactNode;
}) {
  const trpc = useTRPC();
  const { id: profileId } = useProfile();
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery(trpc.medications.byId.queryOptions({ profileId, id }));
  const { data, error, refetch } = query;
  const now = useNowSince(query.dataUpdatedAt);
  if (data) return children(data, now);
  if (!error) return <LoadingState />;
  if (['NOT_FOUND', 'BAD_INPUT'].includes(describeError(error).code)) return <NotFoundState />;
  return <ErrorState error={error} onRetry={() => void refetch()} />;
}
