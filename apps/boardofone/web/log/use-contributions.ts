import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { SessionView } from '../../deliberation/view.ts';
import { useTRPC } from '../client.ts';

/** Everything that was said in a session. What is said stays as it is: it is read again when there is word of more. */
export function useContributions(id: string) {
  const trpc = useTRPC();
  return useQuery(trpc.room.contributions.queryOptions({ id }, { staleTime: Number.POSITIVE_INFINITY }));
}

/**
 * The same for what is judged by all of it: no data while anything is missing that the log tells of. A part of a debate taken for the
 * whole would say of sentences that nothing backs them.
 */
export function useWholeDebate(id: string, { seats }: SessionView) {
  const query = useContributions(id);
  const { data, refetch } = query;
  const missing = seats
    .flatMap(({ stances, silences }) => [...stances, ...silences])
    .filter((told) => data?.every((said) => said.id !== told.contributionId))
    .map(({ contributionId }) => contributionId)
    .join();
  // Read anew once: what is not there then either is nowhere.
  const [tried, setTried] = useState({ missing: '', isError: false });
  const isBehind = missing !== '' && (tried.missing !== missing || tried.isError);
  const readAnew = useCallback(async () => {
    const { isError } = await refetch();
    setTried({ missing, isError });
  }, [refetch, missing]);
  const isToRead = missing !== '' && tried.missing !== missing;
  useEffect(() => {
    if (isToRead) void readAnew();
  }, [isToRead, readAnew]);
  return {
    ...query,
    data: isBehind ? undefined : data,
    isLoadingError: isBehind ? !isToRead : query.isLoadingError,
    refetch: isBehind ? readAnew : refetch,
  };
}
