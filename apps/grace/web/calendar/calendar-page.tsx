import { DataTable, ErrorState, LoadingState, useNow, usePageTitle } from '@commons/ui';
import { ActionIcon, Button, Skeleton, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { formatAmount } from '../../schedule/amount.ts';
import { dayNumberOf, localDateOf } from '../../schedule/calendar-day.ts';
import { dayOf } from '../../schedule/zone.ts';
import type { Outputs } from '../client.ts';
import { useTRPC } from '../client.ts';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { formatDate } from '../formats/format-date.ts';
import { formatWallClock } from '../formats/format-time.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { PrintedFor } from '../print/printed-for.tsx';
import classes from './calendar-page.module.css';
import { DayDoses, doseDetails, takenAt } from './day-doses.tsx';
import { type CalendarDose, doseLooks } from './dose-look.ts';
import { MonthGrid } from './month-grid.tsx';
import { otherMonth } from './month-weeks.ts';
import { PlainDay } from './plain-day.tsx';

type Month = Outputs['reports']['month'];

/** A month of a person's doses: what was, and what is planned, by the same schedule. */
export function CalendarPage() {
  const trpc = useTRPC();
  const { id: profileId, timeZone, isPlain } = useProfile();
  const [search, setSearch] = useSearchParams();
  const thisMonth = dayOf(timeZone, useNow().getTime()).slice(0, 7);
  const asked = search.get('month') ?? '';
  const month = /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : thisMonth;
  const { data, error, refetch } = useQuery({
    ...trpc.reports.month.queryOptions({ profileId, month }),
    placeholderData: keepPreviousData,
  });
  const go = (to: string) => setSearch({ month: to });
  const choose = (day: string) => setSearch({ month: day.slice(0, 7), day }, { replace: true });
  usePageTitle('Calendar');
  const head = (
    <div className={classes.head}>
      <ActionIcon
        size={44}
        variant="default"
        aria-label="The month before"
        onClick={() => go(otherMonth(month, -1))}
      >
        <IconChevronLeft aria-hidden="true" className="ui-mirrored" />
      </ActionIcon>
      <h2 className={classes.month} aria-live="polite">
        {formatDate(`${month}-01`, 'month')}
      </h2>
      <ActionIcon
        size={44}
        variant="default"
        aria-label="The month after"
        onClick={() => go(otherMonth(month, 1))}
      >
        <IconChevronRight aria-hidden="true" className="ui-mirrored" />
      </ActionIcon>
      {month !== thisMonth && (
        <Button variant="default" size="md" onClick={() => go(thisMonth)}>
          This month
        </Button>
      )}
    </div>
  );
  return (
    <div className={page.page}>
      <Title order={1}>Calendar</Title>
      <PrintedFor />
      {!isPlain && head}
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <LoadingState label="Loading the month">
          <Skeleton height={380} />
        </LoadingState>
      )}
      {data && !isPlain && <OpenMonth data={data} chosen={search.get('day')} onChoose={choose} />}
      {data && isPlain && (
        <PlainDay data={data} date={plainDay(month, search.get('day'), data.today)} onChoose={choose}>
          {head}
          <MonthGrid month={data} chosen={search.get('day') ?? data.today} onChoose={choose} />
        </PlainDay>
      )}
    </div>
  );
}

/** The day that was chosen; else today, or the beginning of another month. */
function plainDay(month: string, chosen: string | null, today: string): string {
  const number = dayNumberOf(chosen ?? '');
  const isDay = !Number.isNaN(number) && localDateOf(number) === chosen;
  if (isDay && chosen.startsWith(month)) return chosen;
  return today.startsWith(month) ? today : `${month}-01`;
}

interface OpenMonthProps {
  data: Month;
  chosen: string | null;
  onChoose: (date: string) => void;
}

function OpenMonth({ data, chosen, onChoose }: OpenMonthProps) {
  const day = data.days.find(({ date }) => date === (chosen ?? data.today));
  const isEmpty = data.days.every(({ doses }) => doses.length === 0);
  return (
    <>
      <MonthGrid month={data} chosen={day?.date} onChoose={onChoose} />
      {isEmpty && (
        <p className={page.lead}>Nothing was taken in this month, and nothing is planned for it.</p>
      )}
      {day && !isEmpty && <DayDoses {...day} timeZone={data.timeZone} />}
      <Disclosure label="The whole month as a list">
        <MonthList data={data} />
      </Disclosure>
    </>
  );
}

function MonthList({ data }: { data: Month }) {
  return (
    <DataTable
      caption={`Doses in ${formatDate(`${data.month}-01`, 'month')}`}
      columns={[{ label: 'Day' }, { label: 'Time' }, { label: 'Medicine' }, { label: 'What became of it' }]}
      rows={data.days.flatMap(({ date, doses }) =>
        doses.map((dose) => ({
          key: dose.key,
          cells: [
            formatDate(date, 'short'),
            formatWallClock(dose.time),
            `${dose.name}, ${formatAmount(dose.amount, dose.unit)}`,
            [becameOf(dose, data.timeZone), ...doseDetails(dose)].join(', '),
          ],
        })),
      )}
    />
  );
}

function becameOf(dose: CalendarDose, timeZone: string): string {
  const taken = takenAt(dose, timeZone);
  return `${doseLooks[dose.state].text}${taken ? ` at ${taken}` : ''}`;
}
