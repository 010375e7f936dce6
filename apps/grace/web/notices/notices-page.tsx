import { EmptyState, ErrorState, LoadingState, notifyError, Timestamp, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { pageOf } from '../../notices/page-of.ts';
import { type Outputs, useTRPC } from '../client.ts';
import { inReadersClock } from '../formats/in-readers-clock.ts';
import page from '../page.module.css';
import classes from './notices.module.css';

type Notice = Outputs['notices']['list']['notices'][number];

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
      {list.hasNextPage && (
        <Button
          variant="default"
          size="md"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Show earlier ones
        </Button>
      )}
    </div>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const acknowledge = useMutation(
    trpc.notices.acknowledge.mutationOptions({
      onSuccess: () => queries.invalidateQueries(),
      onError: notifyError,
    }),
  );
  const isAlarm = notice.kind === 'safety_alert';
  return (
    <li
      className={classes.notice}
      data-unread={!notice.isRead || undefined}
      data-alarm={isAlarm || undefined}
    >
      <div className={classes.words}>
        <div>
          {isAlarm && <IconAlertTriangle size={22} className={classes.alarm} aria-hidden="true" />}
          <Link href={pageOf(notice.kind, notice.profileId)} className={classes.title}>
            {inReadersClock(notice.title)}
          </Link>
        </div>
        <span>{inReadersClock(notice.body)}</span>
        <span className={classes.when}>
          {!notice.isRead && <strong>New, </strong>}
          <Timestamp date={notice.sentAt} />
        </span>
      </div>
      {notice.canAcknowledge && (
        <Button
          size="md"
          variant="light"
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate({ id: notice.id })}
        >
          I see to it
        </Button>
      )}
      {(notice.isSettled || notice.isAcknowledged) && (
        <span className={classes.done}>
          <IconCheck size={20} aria-hidden="true" /> {becameOf(notice)}
        </span>
      )}
    </li>
  );
}

function becameOf({ isSettled, kind }: Notice): string {
  if (!isSettled) return 'You see to it';
  return kind === 'safety_alert' ? 'Seen to' : 'Logged since';
}

/** Opening the page is reading it; what is new stays marked as long as the page is open. */
function useMarkRead(notices: readonly Notice[] | undefined): void {
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.notices.markRead.mutationOptions());
  const hasUnread = notices?.some(({ isRead }) => !isRead) ?? false;
  useEffect(() => {
    if (!hasUnread) return;
    return () => mutate();
  }, [hasUnread, mutate]);
}
