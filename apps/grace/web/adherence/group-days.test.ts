import { expect, it } from 'vitest';
import { addDays } from '../../schedule/calendar-day.ts';
import { groupDays } from './group-days.ts';

const figures = {
  ...{ due: 4, held: 1, clinicianSkips: 0, counted: 3, taken: 2, takenLate: 1 },
  ...{ partial: 0, otherSkips: 0, missed: 1, overdue: 0, rate: 2 / 3 },
};
const days = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ date: addDays('2027-01-01', index), figures }));

it('has a bar for each day of a month', () => {
  expect(groupDays(days(30))).toHaveLength(30);
  expect(groupDays(days(1))).toEqual([
    { from: '2027-01-01', to: '2027-01-01', onTime: 1, late: 1, notTaken: 1 },
  ]);
});

it('has a bar for seven days of a quarter, the last one whole', () => {
  const bars = groupDays(days(90));

  expect(bars).toHaveLength(13);
  expect(bars.at(-1)).toEqual({ from: '2027-03-25', to: '2027-03-31', onTime: 7, late: 7, notTaken: 7 });
  expect(bars[0]).toMatchObject({ from: '2027-01-01', to: '2027-01-06', onTime: 6 });
});
