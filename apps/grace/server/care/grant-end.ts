import { AppError } from '@commons/api';
import { addMonths } from '../../schedule/calendar-day.ts';
import { dayBounds, dayOf } from '../../schedule/zone.ts';

const monthsMax = 24;

/** The first instant after the last day of a grant, a day of the person; refuses one that is over, and one that is years away. */
export function grantEnd(timeZone: string, lastDay: string, now: Date): Date {
  const end = new Date(dayBounds(timeZone, lastDay).end);
  const today = dayOf(timeZone, now.getTime());
  if (lastDay <= today) throw refusedDay('Choose a day after today.');
  if (lastDay > addMonths(today, monthsMax)) throw refusedDay('Choose a day within the next two years.');
  return end;
}

const refusedDay = (message: string) =>
  new AppError('BAD_INPUT', { message, fields: { lastDay: [message] } });
