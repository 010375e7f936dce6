import { AppError } from '@commons/api';
import { dayBounds, dayOf } from '../../schedule/zone.ts';

const monthsMax = 24;

/** The first instant after the last day of a grant, a day of the person; refuses one that is over, and one that is years away. */
export function grantEnd(timeZone: string, lastDay: string, now: Date): Date {
  const end = new Date(dayBounds(timeZone, lastDay).end);
  const today = dayOf(timeZone, now.getTime());
  const latest = new Date(`${today}T00:00:00Z`);
  latest.setUTCMonth(latest.getUTCMonth() + monthsMax);
  if (lastDay <= today) throw refusedDay('Choose a day after today.');
  if (lastDay > latest.toISOString().slice(0, 10))
    throw refusedDay('Choose a day within the next two years.');
  return end;
}

const refusedDay = (message: string) =>
  new AppError('BAD_INPUT', { message, fields: { lastDay: [message] } });
