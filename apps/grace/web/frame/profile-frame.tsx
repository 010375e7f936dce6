import { EmptyState, ErrorState, LoadingState } from '@commons/ui';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { OpenAlerts } from '../alerts/open-alerts.tsx';
import { useTRPC } from '../client.ts';
import { ZoneNotice } from '../travel/zone-notice.tsx';
import { PersonBar } from './person-bar.tsx';
import { ProfileContext } from './profile-context.ts';
import { TabBar } from './tab-bar.tsx';
import { usePlain } from './use-plain.ts';
import { useRunOut } from './use-run-out.ts';

/** Whose record it is, on every page of theirs; a page never shows without it. */
export function ProfileFrame({ id, children }: { id: string; children: ReactNode }) {
  const trpc = useTRPC();
  const { data: profiles, error, isFetching, refetch } = useQuery(trpc.profiles.list.queryOptions());
  const profile = usePlain(profiles?.find((one) => one.id === id));
  useRunOut(profile?.rights.endsAt, refetch);
  if (!profiles)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  if (!profile) return isFetching ? <LoadingState /> : <NoAccess profileId={id} />;
  return (
    <ProfileContext value={profile}>
      <PersonBar profile={profile} profiles={profiles} />
      <ZoneNotice profile={profile} />
      <OpenAlerts />
      {children}
      <TabBar profile={profile} />
    </ProfileContext>
  );
}

/** Nothing that was read before stays in this page's memory. */
function NoAccess({ profileId }: { profileId: string }) {
  const queries = useQueryClient();
  useEffect(() => {
    queries.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(profileId) });
  }, [queries, profileId]);
  return (
    <EmptyState
      title="You do not have access to this person"
      action={
        <Button component={Link} href="/">
          Your people
        </Button>
      }
    >
      <p>Your access may have ended. The person, or whoever answers for them, can invite you again.</p>
    </EmptyState>
  );
}
