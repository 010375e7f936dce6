import { EmptyState, ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import page from '../page.module.css';
import { ConsentRecord } from './consent-record.tsx';
import classes from './consents.module.css';

/** What the caller has agreed to about anybody, also where their part has ended. */
export function OwnConsentsPage() {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.consents.list.queryOptions({}));
  usePageTitle('What you agreed to');
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  if (data.length === 0) {
    return (
      <>
        <h1 className="ui-hidden">What you agreed to</h1>
        <EmptyState title="Nothing agreed yet">
          <p>When you accept an invitation, what both sides agreed to stands here, word for word.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <div className={page.page}>
      <Title order={1}>What you agreed to</Title>
      <ul className={classes.list}>
        {data.map((consent) => (
          <ConsentRecord key={consent.id} consent={consent} isAboutAnybody />
        ))}
      </ul>
    </div>
  );
}
