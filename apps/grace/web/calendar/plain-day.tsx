import { Disclosure, LoadingState, useAnnounce } from '@commons/ui';
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { addDays } from '../../schedule/calendar-day.ts';
import type { Outputs } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { DayDoses } from './day-doses.tsx';

interface PlainDayProps {
  data: Outputs['reports']['month'];
  date: string;
  onChoose: (date: string) => void;
  /** The month, which waits behind one step more. */
  children: ReactNode;
}

/** One day at a time, with the way to the next one and to the one before. */
export function PlainDay({ data, date, onChoose, children }: PlainDayProps) {
  const announce = useAnnounce();
  const day = data.days.find((one) => one.date === date);
  const go = (by: -1 | 1) => {
    const to = addDays(date, by);
    announce(formatDate(to, 'weekday'));
    onChoose(to);
  };
  return (
    <>
      {day ? <DayDoses {...day} timeZone={data.timeZone} /> : <LoadingState />}
      <Group gap="sm">
        <Button size="md" variant="default" onClick={() => go(-1)}>
          The day before
        </Button>
        <Button size="md" variant="default" onClick={() => go(1)}>
          The day after
        </Button>
      </Group>
      <Disclosure label="The whole month">{children}</Disclosure>
    </>
  );
}
