import { ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { CardForm } from './card-form.tsx';

/** Where the card is filled in. */
export function EditCardPage() {
  const trpc = useTRPC();
  const { id: profileId } = useProfile();
  const { data, error, refetch } = useQuery(trpc.emergencyCard.byProfile.queryOptions({ profileId }));
  usePageTitle('Change the emergency card');
  if (data) return <CardForm card={data} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
}
