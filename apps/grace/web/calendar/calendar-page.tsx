import { ErrorState, LoadingState, useNow, usePageTitle } from '@commons/ui';
import { Skeleton, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { dayOf } from '../../schedule/zone.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { PrintedFor } from '../print/printed-for.tsx';
import { MonthGrid } from './month-grid.tsx';
import { MonthHead } from './month-head.tsx';
import { OpenMonth } from './open-month.tsx';
import { PlainDay } from './plain-day.tsx';
import { plainDayOf } from './plain-day-of.ts';

/** A month of a person's doses: what was, and what is planned, by the same schedule. */
export function CalendarPage() {
  const trpc = useTRPC();
  const { id: profileId, timeZone, isPlain } = useProfile();
  const [search, setSearch] = useSearchParams();
  const thisMonth = dayOf(timeZone, useNow().getTime()).slice(0, 7);
  const asked = search.get('month') ?? '';
  const month = /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : thisMonth;
  const {
    data: read,
    error,
    refetch,
  } = useQuery({
    ...trpc.reports.month.queryOptions({ profileId, month }),
    placeholderData: keepPreviousData,
  });
  // Until the month has come, the one before must not pass for it.
  const data = read?.month === month ? read : undefined;
  const choose = (day: string) => setSearch({ month: day.slice(0, 7), day }, { replace: true });
  usePageTitle('Calendar');
  const head = <MonthHead month={month} thisMonth={thisMonth} onGo={(to) => setSearch({ month: to })} />;
  const loading = (
    <LoadingState label="Loading the month">
      <Skeleton height={380} />
    </LoadingState>
  );
  return (
    <div className={page.page}>
      <Title order={1}>Calendar</Title>
      <PrintedFor />
      {!isPlain && head}
      {!read && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && !(read && isPlain) && loading}
      {data && !isPlain && <OpenMonth data={data} chosen={search.get('day')} onChoose={choose} />}
      {read && isPlain && (
        <PlainDay data={read} date={plainDayOf(month, search.get('day'), read.today)} onChoose={choose}>
          {head}
          {data ? (
            <MonthGrid month={data} chosen={search.get('day') ?? data.today} onChoose={choose} />
          ) : (
            loading
          )}
        </PlainDay>
      )}
    </div>
  );
}
