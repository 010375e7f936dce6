import type { CareLevel, CareScope } from '../../care/schemas.ts';
import { addMonths } from '../../schedule/calendar-day.ts';
import { dayOf } from '../../schedule/zone.ts';

/** What a form says of a grant. */
export interface GrantValues {
  relationship: string;
  level: CareLevel;
  scopes: CareScope[];
  /** The last day on which it holds, a day of the person. */
  lastDay: string;
}

/** What is offered for a new grant; transcripts are the person's own unless somebody shares them. */
export const newGrant = (timeZone: string, now: Date): GrantValues => ({
  relationship: '',
  level: 'log',
  scopes: ['medications', 'notes'],
  lastDay: inOneYear(timeZone, now),
});

/** The last day of a grant that is given or renewed now, unless somebody says otherwise. */
export const inOneYear = (timeZone: string, now: Date): string =>
  addMonths(dayOf(timeZone, now.getTime()), 12);

/** The last day of a grant, as a day of the person. An end is the first instant that is not covered any more. */
export const lastDayOf = (endsAt: string, timeZone: string): string =>
  dayOf(timeZone, new Date(endsAt).getTime() - 1);
