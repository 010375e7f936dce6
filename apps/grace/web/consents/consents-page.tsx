import { EmptyState, ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { ConsentRecord } from './consent-record.tsx';
import classes from './consents.module.css';

/** What was agreed, word for word, and each later change of it; for the screen and for paper. */
export function ConsentsPage() {
  const trpc = useTRPC();
  const { id: profileId, fullName, timeZone } = useProfile();
  const { data, error, refetch } = useQuery(trpc.consents.list.queryOptions({ profileId }));
  usePageTitle('What was agreed');
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  if (data.length === 0) {
    return (
      <>
        <h1 className="ui-hidden">What was agreed</h1>
        <EmptyState
          title="Nothing agreed yet"
          action={
            <Button component={Link} href={`/p/${profileId}/care`} size="md">
              Care team
            </Button>
          }
        >
          <p>When somebody accepts an invitation, what both sides agreed to stands here, word for word.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title order={1}>What was agreed about {fullName}</Title>
        <Button variant="default" size="md" onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <ul className={classes.list}>
        {data.map((consent) => (
          <ConsentRecord key={consent.id} consent={consent} timeZone={timeZone} />
        ))}
      </ul>
    </div>
  );
}
