import { useNow } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dayOf } from '../../schedule/zone.ts';
import { useTRPC } from '../client.ts';
import { useOutboxItems } from '../outbox/outbox-context.ts';
import { type Today, todayFrom } from './today-from.ts';

const refreshMs = 300_000;
/** Less than this is the way of an answer through the network, not a clock that is wrong. */
const offsetMinMs = 30_000;

/** Today as the clock of the server says it, moving on while the page is open. */
export function useToday(profileId: string) {
  const trpc = useTRPC();
  const {
    data: facts,
    error,
    refetch,
    dataUpdatedAt,
    isRefetchError,
  } = useQuery(trpc.doses.today.queryOptions({ profileId }, { refetchInterval: refreshMs }));
  const items = useOutboxItems(profileId);
  const offset = facts ? Date.parse(facts.now) - dataUpdatedAt : 0;
  const offsetMs = Math.abs(offset) < offsetMinMs ? 0 : offset;
  const now = useNow().getTime() + offsetMs;
  const localDate = facts && dayOf(facts.timeZone, now);
  const isNewDay = facts !== undefined && localDate !== facts.localDate;

  // What is known reaches over midnight; the day after needs what comes then.
  useEffect(() => {
    if (isNewDay) void refetch();
  }, [isNewDay, refetch]);

  const today: Today | undefined = facts && todayFrom(facts, items, now);
  return {
    today,
    error,
    refetch,
    serverNow: () => Date.now() + offsetMs,
    /** When it was read, if it could not be read again since. */
    readBefore: isRefetchError ? dataUpdatedAt + offsetMs : undefined,
  };
}
