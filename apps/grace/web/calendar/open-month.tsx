import { Disclosure } from '@commons/ui';
import type { Outputs } from '../client.ts';
import page from '../page.module.css';
import { DayDoses } from './day-doses.tsx';
import { MonthGrid } from './month-grid.tsx';
import { MonthList } from './month-list.tsx';

interface OpenMonthProps {
  data: Outputs['reports']['month'];
  chosen: string | null;
  onChoose: (date: string) => void;
}

/** The month as a grid and as a list, and below it the chosen day. */
export function OpenMonth({ data, chosen, onChoose }: OpenMonthProps) {
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
