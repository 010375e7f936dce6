import { usePageVisible } from '@commons/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '../client.ts';

const everyMs = 2_000;

/** Looks every other second whether somebody has read something, and answers who ever has. Readers tell nobody that they read. */
export function useLogHead(profileId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const isVisible = usePageVisible();
  const head = useQuery(
    trpc.accessLog.head.queryOptions({ profileId }, { refetchInterval: isVisible ? everyMs : false }),
  );
  const newestId = head.data?.newestId;
  const shown = useRef(newestId);
  const hasFailed = useRef(false);
  useEffect(() => {
    // After a failure nobody knows what came since the list was read.
    if ((shown.current !== undefined || hasFailed.current) && shown.current !== newestId)
      void queries.invalidateQueries(trpc.accessLog.list.pathFilter());
    shown.current = newestId;
    hasFailed.current = head.isLoadingError;
  }, [newestId, head.isLoadingError, queries, trpc]);
  return head;
}
