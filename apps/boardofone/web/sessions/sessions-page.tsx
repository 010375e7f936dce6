import { EmptyState, ErrorState, LoadingState, Timestamp, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { parseUsd, usdWords } from '../../money/usd.ts';
import { type SessionSummary, useTRPC } from '../client.ts';
import page from '../page.module.css';
import { pathOf, standing } from './session-words.ts';
import classes from './sessions.module.css';

/** Every decision of the person, the newest first. */
export function SessionsPage() {
  const trpc = useTRPC();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    trpc.sessions.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  usePageTitle('Your decisions');
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  }
  const sessions = data.pages.flatMap(({ items }) => items);
  const begin = (
    <Button component={Link} href="/new">
      Put a decision before the board
    </Button>
  );
  const meetPersonas = (
    <Button component={Link} href="/personas" variant="default">
      Meet the personas
    </Button>
  );
  if (sessions.length === 0) {
    return (
      <>
        <h1 className="ui-hidden">Your decisions</h1>
        <EmptyState
          title="What do you have to decide?"
          action={
            <div className={classes.actions}>
              {begin}
              {meetPersonas}
            </div>
          }
        >
          <p>
            A panel of different voices argues about it, votes, and writes down why. The decision stays yours.
          </p>
        </EmptyState>
      </>
    );
  }
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <div className={classes.head}>
        <Title order={1}>Your decisions</Title>
        <div className={classes.actions}>
          {begin}
          {meetPersonas}
        </div>
      </div>
      <ul className={classes.list}>
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionRow session={session} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Older decisions
        </Button>
      )}
    </div>
  );
}

function SessionRow({ session }: { session: SessionSummary }) {
  const { problem, createdAt, totalCost } = session;
  const isWaiting = session.status === 'active' && session.waitsFor !== null;
  return (
    <Link href={pathOf(session)} className={classes.session}>
      <span className={classes.problem} dir="auto">
        {problem.split('\n')[0]}
      </span>
      <span className={classes.about}>
        <span className={isWaiting ? classes.waiting : undefined}>{standing(session)}</span>
        <span>{usdWords(parseUsd(totalCost))}</span>
        <Timestamp date={createdAt} />
      </span>
    </Link>
  );
}
