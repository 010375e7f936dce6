import { ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import classes from './care.module.css';
import { CaregiverCard } from './caregiver-card.tsx';
import { Escalation } from './escalation.tsx';
import { Former } from './former.tsx';
import { Invitations } from './invitations.tsx';

/** Who takes part in the person's care, how far, and until when. */
export function CarePage() {
  const trpc = useTRPC();
  const { id: profileId, holderName, preferredName, basis, rights } = useProfile();
  const { data: team, error, refetch } = useQuery(trpc.caregivers.list.queryOptions({ profileId }));
  usePageTitle('Care team');
  if (!team) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const holder = basis === 'self' ? preferredName : holderName;
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title order={1}>Care team</Title>
        {rights.isHolder && (
          <Button component={Link} href={`/p/${profileId}/care/invite`} size="md">
            Invite somebody
          </Button>
        )}
      </div>
      <p className={page.lead}>
        {rights.isHolder ? 'You decide' : `${holder} decides`} who takes part, and can end it at any moment.{' '}
        <Link href={`/p/${profileId}/consents`} className={classes.more}>
          What was agreed
        </Link>
      </p>
      {team.standing.length === 0 && (
        <p className={classes.muted}>
          Nobody takes part yet. Invite a relative, a neighbour or a nurse, and choose what each may see.
        </p>
      )}
      <ul className={classes.list}>
        {team.standing.map((caregiver) => (
          <CaregiverCard key={caregiver.id} caregiver={caregiver} />
        ))}
      </ul>
      {rights.isHolder && <Invitations />}
      {rights.isHolder && team.standing.length > 0 && <Escalation standing={team.standing} />}
      <Former people={team.former} />
    </div>
  );
}
