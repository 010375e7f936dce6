import { EmptyState, ErrorState, LoadingState } from '@commons/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTRPC } from '../client.ts';
import { ZoneNotice } from '../travel/zone-notice.tsx';
import { PersonBar } from './person-bar.tsx';
import { ProfileContext } from './profile-context.ts';
import { TabBar } from './tab-bar.tsx';

/** Whose record it is, on every page of theirs; a page never shows without it. */
export function ProfileFrame({ id, children }: { id: string; children: ReactNode }) {
  const trpc = useTRPC();
  const { data: profiles, error, refetch } = useQuery(trpc.profiles.list.queryOptions());
  if (!profiles)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const profile = profiles.find((one) => one.id === id);
  if (!profile) return <NoAccess />;
  return (
    <ProfileContext value={profile}>
      <PersonBar profile={profile} profiles={profiles} />
      <ZoneNotice profile={profile} />
      {children}
      <TabBar profileId={profile.id} />
    </ProfileContext>
  );
}

function NoAccess() {
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
