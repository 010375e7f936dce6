import { EmptyState, ErrorState, LoadingState, lazyPart, useOnline } from '@commons/ui';
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { OpenAlerts } from '../alerts/open-alerts.tsx';
import { type Profile, useTRPC } from '../client.ts';
import { useKeptCard } from '../emergency-card/use-kept-card.ts';
import { ZoneNotice } from '../travel/zone-notice.tsx';
import { LostReports } from './lost-reports.tsx';
import { PersonBar } from './person-bar.tsx';
import { ProfileContext } from './profile-context.ts';
import { ReadBefore } from './read-before.tsx';
import { TabBar } from './tab-bar.tsx';
import { usePlain } from './use-plain.ts';
import { useRunOut } from './use-run-out.ts';

const KeptCard = lazyPart(() => import('../emergency-card/kept-card.tsx'), 'KeptCard');

/** Whose record it is, on every page of theirs; a page never shows without it. */
export function ProfileFrame({ id, children }: { id: string; children: ReactNode }) {
  const trpc = useTRPC();
  const { data: profiles, error, isFetching, refetch } = useQuery(trpc.profiles.list.queryOptions());
  const profile = usePlain(profiles?.find((one) => one.id === id));
  useRunOut(profile?.rights.endsAt, refetch);
  const { kept } = useKeptCard(id, { onlyKept: true });
  const isOnline = useOnline();
  const [known, setKnown] = useState<Known>();
  if (profile && profile.preferredName !== known?.preferredName)
    setKnown({ preferredName: profile.preferredName, holderName: profile.holderName });
  // After days without a connection, the card is all that is left on this device.
  if (!profiles && kept && !isOnline) return <KeptCard card={kept} />;
  if (!profiles)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  if (!profile && isFetching) return <LoadingState />;
  // An older list may not have them yet.
  if (!profile && error && !known) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!profile) return <NoAccess profileId={id} known={known} />;
  return (
    <ProfileContext value={profile}>
      <PersonBar profile={profile} profiles={profiles} />
      <ZoneNotice profile={profile} />
      <OpenAlerts />
      <ReadBefore zone={profile.timeZone} />
      {children}
      <TabBar profile={profile} />
    </ProfileContext>
  );
}

/** Whose record this was, and who can open it again. */
type Known = Pick<Profile, 'preferredName' | 'holderName'>;

interface NoAccessProps {
  profileId: string;
  /** Set where the record was on this page until now. */
  known: Known | undefined;
}

/** Nothing else that was read before stays in this page's memory. */
function NoAccess({ profileId, known }: NoAccessProps) {
  const queries = useQueryClient();
  useEffect(() => {
    queries.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(profileId) });
  }, [queries, profileId]);
  const action = (
    <Button component={Link} href="/">
      Your people
    </Button>
  );
  if (!known)
    return (
      <EmptyState title="You do not have access to this person" action={action}>
        <p>Your access may have ended. The person, or whoever answers for them, can invite you again.</p>
        <LostReports profileId={profileId} />
      </EmptyState>
    );
  return (
    <div role="alert">
      <EmptyState
        title={`You no longer take part in the care of ${known.preferredName}`}
        icon={<IconLock stroke={1.4} />}
        action={action}
      >
        <p>What you recorded stays, under your name. {known.holderName} can invite you again.</p>
        <p>
          <Link href="/consents">What you agreed to</Link> is yours to read.
        </p>
        <LostReports profileId={profileId} />
      </EmptyState>
    </div>
  );
}
