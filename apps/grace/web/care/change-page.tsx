import { ErrorState, LoadingState, NotFoundState, usePageTitle } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { useTRPC } from '../client.ts';
import { HoldersAlone } from '../frame/holders-alone.tsx';
import { useProfile } from '../frame/profile-context.ts';
import { ChangeForm } from './change-form.tsx';

/** Changes or renews what somebody may see and do. */
export function ChangePage() {
  const trpc = useTRPC();
  const { caregiverId = '' } = useParams();
  const { id: profileId, rights } = useProfile();
  const { data: team, error, refetch } = useQuery(trpc.caregivers.list.queryOptions({ profileId }));
  usePageTitle('Change access');
  if (!rights.isHolder) return <HoldersAlone title="You cannot change who takes part" />;
  if (!team) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const caregiver = [...team.standing, ...team.former].find(({ id }) => id === caregiverId);
  if (!caregiver?.isRenewable)
    return <NotFoundState>This access has ended. Invite them again.</NotFoundState>;
  return <ChangeForm key={caregiver.id} caregiver={caregiver} />;
}
