import { ErrorState } from '@commons/ui';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { noticesOnPage } from '../../server/notices/schemas.ts';
import { useTRPC } from '../client.ts';
import { NoticeList } from './notice-list.tsx';

interface OlderNoticesProps {
  /** The last one that is shown above. */
  after: string;
  onRead(id: string): void;
}

/** What was told before, a page at a time, as far back as somebody wants to read. */
export function OlderNotices({ after, onRead }: OlderNoticesProps) {
  const trpc = useTRPC();
  // The pages stay where they began when something new is told meanwhile.
  const [cursor, setCursor] = useState<string | null>(null);
  const older = useInfiniteQuery(
    trpc.notices.list.infiniteQueryOptions(
      {},
      {
        initialCursor: cursor,
        enabled: cursor !== null,
        getNextPageParam: (page) => (page.length < noticesOnPage ? null : (page.at(-1)?.id ?? null)),
      },
    ),
  );
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = older;
  const notices = data?.pages.flat() ?? [];
  return (
    <>
      {notices.length > 0 && <NoticeList notices={notices} onRead={onRead} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && (cursor === null || isFetching || hasNextPage) && (
        <div>
          <Button
            variant="default"
            loading={isFetching}
            onClick={() => (cursor === null ? setCursor(after) : void fetchNextPage())}
          >
            Older notices
          </Button>
        </div>
      )}
    </>
  );
}
