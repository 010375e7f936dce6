import { EmptyState, ErrorState, LoadingState, Timestamp } from '@commons/ui';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { may } from '../../care/may.ts';
import { summariesMax } from '../../server/summaries/schemas.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { Within } from '../frame/within.tsx';
import page from '../page.module.css';
import { SessionList } from './session-list.tsx';
import { SummaryText } from './summary-text.tsx';
import classes from './talk.module.css';

/** What the person has shared, and the conversations themselves for those who were let into them. */
export function CaregiverTalk() {
  const profile = useProfile();
  const mayReadSummaries = may(profile, 'chat_summaries', 'view');
  const mayReadAll = may(profile, 'chat_transcripts', 'view');
  if (!mayReadSummaries && !mayReadAll) return <Within scope="chat_summaries" level="view" />;
  return (
    <div className={page.page}>
      <Title order={1}>Company</Title>
      {mayReadSummaries && <SharedSummaries />}
      {mayReadAll && <SessionList />}
    </div>
  );
}

function SharedSummaries() {
  const profile = useProfile();
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.summaries.list.queryOptions({ profileId: profile.id }));
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  if (data.length === 0) {
    return (
      <EmptyState title="Nothing shared yet">
        <p>
          {profile.preferredName} sees the summary of a conversation first and decides whether you may read
          it.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      {data.length >= summariesMax && (
        <p className={classes.muted}>These are the newest {summariesMax}. An export holds the older ones.</p>
      )}
      <ul className={classes.list}>
        {data.map(({ sessionId, title, talkedFrom, sentences }) => (
          <li key={sessionId} className={classes.card}>
            <h2>{title}</h2>
            <span className={classes.muted}>
              <Timestamp date={talkedFrom} />
            </span>
            <SummaryText sentences={sentences} isLinked={false} />
          </li>
        ))}
      </ul>
    </>
  );
}
