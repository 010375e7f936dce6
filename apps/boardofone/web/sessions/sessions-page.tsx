import { EmptyState, ErrorState, LoadingState, NextPage, usePageTitle } from '@commons/ui';
import { Button, Group, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type SessionSummary, useTRPC } from '../client.ts';
import { UnreadNotices } from '../notices/unread-notices.tsx';
import page from '../page.module.css';
import { DeleteDialog } from './delete-dialog.tsx';
import { SessionFilters } from './session-filters.tsx';
import { rangeOf } from './session-range.ts';
import { SessionRow } from './session-row.tsx';
import classes from './sessions.module.css';
import { useArchive } from './use-archive.ts';
import { useSessionView } from './use-session-view.ts';

const typingMs = 250;

/** Every decision of the person, the newest first. */
export function SessionsPage() {
  const trpc = useTRPC();
  const [view, changeView] = useSessionView();
  const [{ text, min, max }] = useDebouncedValue(view, typingMs);
  const list = useInfiniteQuery(
    trpc.sessions.list.infiniteQueryOptions(
      {
        text,
        standing: view.standing,
        isArchived: view.isArchived,
        ...rangeOf({ ...view, min, max }),
      },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const { data, error } = list;
  // Until the answer to what is asked now is here, what is shown answers something else.
  const isBehind =
    list.isPlaceholderData || [text, min, max].join() !== [view.text, view.min, view.max].join();
  const archive = useArchive();
  const [toDelete, setToDelete] = useState<SessionSummary | null>(null);
  usePageTitle('Your decisions');
  const isFiltered = Object.values(view).some(Boolean);
  const failed = error && !data && <ErrorState error={error} onRetry={() => void list.refetch()} />;
  if (!data && !isFiltered) return failed || <LoadingState />;
  const sessions = data?.pages.flatMap(({ items }) => items) ?? [];
  if (sessions.length === 0 && !isFiltered && !isBehind) return <NoDecisions />;
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <div className={classes.head}>
        <Title order={1}>Your decisions</Title>
        {begin}
      </div>
      <UnreadNotices />
      <SessionFilters
        view={view}
        onChange={changeView}
        count={isBehind ? 'Looking…' : data ? countWords(sessions.length, list.hasNextPage) : ''}
      />
      {failed}
      {!data && !failed && <LoadingState />}
      {data && !isBehind && sessions.length === 0 && (
        <div className={classes.nothing}>
          <p>{view.isArchived ? 'Nothing that is archived fits.' : 'No decision fits.'}</p>
          <Button component={Link} href="/" variant="default">
            Show all decisions
          </Button>
        </div>
      )}
      <ul className={classes.list} aria-busy={isBehind || undefined}>
        {sessions.map((session) => (
          <li key={session.id} className={classes.row}>
            <SessionRow session={session} onArchive={archive} onDelete={setToDelete} />
          </li>
        ))}
      </ul>
      {!isBehind && <NextPage query={list}>Older decisions</NextPage>}
      <DeleteDialog session={toDelete} onClose={() => setToDelete(null)} />
    </div>
  );
}

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

function NoDecisions() {
  const trpc = useTRPC();
  const { data: archived } = useInfiniteQuery(
    trpc.sessions.list.infiniteQueryOptions({ isArchived: true, limit: 1 }, { getNextPageParam: () => null }),
  );
  return (
    <>
      <h1 className="ui-hidden">Your decisions</h1>
      <EmptyState
        title="What do you have to decide?"
        action={
          <Group justify="center" gap="xs">
            {begin}
            {meetPersonas}
          </Group>
        }
      >
        <p>
          A panel of different voices argues about it, votes, and writes down why. The decision stays yours.
        </p>
        {archived?.pages.some(({ items }) => items.length > 0) && (
          <p>
            <Link href="/?archived=1">Archived decisions</Link>
          </p>
        )}
      </EmptyState>
    </>
  );
}

function countWords(count: number, hasMore: boolean): string {
  if (hasMore) return `The newest ${count}`;
  return count === 1 ? '1 decision' : `${count} decisions`;
}
