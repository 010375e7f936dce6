import { usePageVisible } from '@commons/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '../client.ts';

const everyMs = 2_000;

/** Looks every other second whether somebody has read something, and answers who ever has. Readers tell nobody that they read. */
export function useLogHead(profileId: string): string[] {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const isVisible = usePageVisible();
  const { data } = useQuery(
    trpc.accessLog.head.queryOptions({ profileId }, { refetchInterval: isVisible ? everyMs : false }),
  );
  const newestId = data?.newestId;
  const shown = useRef(newestId);
  useEffect(() => {
    if (shown.current !== undefined && shown.current !== newestId)
      void queries.invalidateQueries(trpc.accessLog.list.pathFilter());
    shown.current = newestId;
  }, [newestId, queries, trpc]);
  return data?.readers ?? [];
}
