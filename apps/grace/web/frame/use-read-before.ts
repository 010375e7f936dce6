import { describeError } from '@commons/ui';
import { notifyManager, type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTRPC } from '../client.ts';

/** Older than this, and still on its way, it is not what a page opens with on a usual day. */
const oldMs = 10 * 60_000;
/** An answer that takes longer than this is waited for. */
const patienceMs = 1_500;

/** What of an open page is older than it looks: nothing, or when the oldest of it was read, and the way to read it again. */
export function useReadBefore() {
  const queries = useQueryClient();
  const failedAt = useOldest(queries, isFailed);
  const waitingSince = useOldest(queries, isOldAndOnItsWay);
  const isWaiting = useLasting(waitingSince > 0, patienceMs);
  useLostAccess(queries);
  const since = failedAt || (isWaiting ? waitingSince : 0);
  if (since === 0) return null;
  const old = queries
    .getQueryCache()
    .getAll()
    .filter(failedAt > 0 ? isFailed : isOldAndOnItsWay);
  return {
    since,
    isFailed: failedAt > 0,
    error: old[0]?.state.error ?? null,
    isFetching: old.some(({ state }) => state.fetchStatus === 'fetching'),
    refetch: () =>
      Promise.all(old.map((query) => queries.refetchQueries({ queryKey: query.queryKey, exact: true }))),
  };
}

/** On the page, read once, and not to be read again. A list whose next page did not come says so itself. */
function isFailed(query: Query): boolean {
  const { data, status, fetchMeta } = query.state;
  return query.isActive() && data !== undefined && status === 'error' && !fetchMeta?.fetchMore;
}

function isOldAndOnItsWay(query: Query): boolean {
  const { data, fetchStatus, dataUpdatedAt } = query.state;
  return (
    query.isActive() && data !== undefined && fetchStatus === 'fetching' && Date.now() - dataUpdatedAt > oldMs
  );
}

/** When the oldest of those was read; 0 where there are none. */
function useOldest(queries: QueryClient, isIt: (query: Query) => boolean): number {
  const cache = queries.getQueryCache();
  const subscribe = useCallback(
    (listener: () => void) => cache.subscribe(notifyManager.batchCalls(listener)),
    [cache],
  );
  return useSyncExternalStore(subscribe, () => {
    const times = cache
      .getAll()
      .filter(isIt)
      .map(({ state }) => state.dataUpdatedAt);
    return times.length > 0 ? Math.min(...times) : 0;
  });
}

function useLasting(isSo: boolean, ms: number): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLasting(true), ms);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [isSo, ms]);
  return isLasting;
}

/** What was open to the caller and is so no more: whose people they have is asked anew, and the frame says the rest. */
function useLostAccess(queries: QueryClient): void {
  const trpc = useTRPC();
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const { query } = event;
        const list = trpc.profiles.list.queryKey();
        const isList = String(query.queryKey[0]) === String(list[0]);
        const { code } = describeError(event.action.error);
        if (query.state.data === undefined || isList || (code !== 'FORBIDDEN' && code !== 'NOT_FOUND'))
          return;
        void queries.invalidateQueries({ queryKey: list });
      }),
    [queries, trpc],
  );
}
