import { EmptyState, ErrorState, LoadingState, NextPage, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useTRPC } from '../client.ts';
import page from '../page.module.css';
import { type Notice, NoticeLine } from './notice-line.tsx';
import classes from './notices.module.css';

/** What the caller was told, about all their people, the latest first. */
export function NoticesPage() {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.notices.list.infiniteQueryOptions(
      {},
      {
        getNextPageParam: ({ notices, hasMore }) => (hasMore ? notices.at(-1)?.id : undefined),
      },
    ),
  );
  usePageTitle('Notices');
  const notices = list.data?.pages.flatMap((one) => one.notices);
  useMarkRead(notices);
  if (!notices) {
    return list.error ? (
      <ErrorState error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <LoadingState />
    );
  }
  if (notices.length === 0) {
    return (
      <>
        <h1 className="ui-hidden">Notices</h1>
        <EmptyState
          title="Nothing to tell you yet"
          action={
            <Button component={Link} href="/" size="md">
              Your people
            </Button>
          }
        >
          <p>Here you read what is due, what nobody has logged, and what runs out soon.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <div className={page.page}>
      <Title order={1}>Notices</Title>
      <ul className={classes.list}>
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
      <NextPage query={list} size="md">
        Show earlier ones
      </NextPage>
    </div>
  );
}

/** Opening the page is reading it; what is new stays marked as long as the page is open. */
function useMarkRead(notices: readonly Notice[] | undefined): void {
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.notices.markRead.mutationOptions());
  const hasUnread = notices?.some(({ isRead }) => !isRead) ?? false;
  const newest = useRef('');
  useEffect(() => {
    newest.current =
      notices
        ?.map(({ sentAt }) => sentAt)
        .toSorted()
        .at(-1) ?? '';
  }, [notices]);
  useEffect(() => {
    if (!hasUnread) return;
    return () => mutate({ until: newest.current });
  }, [hasUnread, mutate]);
}
