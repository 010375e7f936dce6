import { ErrorState, ForbiddenState, LoadingState, usePageTitle } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { may } from '../../care/may.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { CardForm } from './card-form.tsx';

/** Where the card is filled in. */
export function EditCardPage() {
  const trpc = useTRPC();
  const profile = useProfile();
  const mayChange = may(profile, 'emergency_card', 'manage');
  const { data, error, refetch } = useQuery({
    ...trpc.emergencyCard.byProfile.queryOptions({ profileId: profile.id }),
    enabled: mayChange,
  });
  usePageTitle('Change the emergency card');
  if (!mayChange) {
    return (
      <ForbiddenState>
        Your access does not include changing the emergency card. {profile.holderName} can change that.
      </ForbiddenState>
    );
  }
  if (data) return <CardForm card={data} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
}
