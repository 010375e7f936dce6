import type { CareLevel, CareScope } from '../../care/schemas.ts';

/** What a form says of a grant. */
export interface GrantValues {
  relationship: string;
  level: CareLevel;
  scopes: CareScope[];
  /** The last day on which it holds. */
  lastDay: string;
}

/** A grant lasts a year unless somebody says otherwise; transcripts are the person's own unless somebody shares them. */
export const newGrant = (now: Date): GrantValues => ({
  relationship: '',
  level: 'log',
  scopes: ['medications', 'notes'],
  lastDay: inMonths(now, 12),
});

export function inMonths(now: Date, months: number): string {
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth() + months, now.getDate()));
  return day.toISOString().slice(0, 10);
}

/** The last day of a grant, as a day of the person. An end is the first instant that is not covered any more. */
export function lastDayOf(endsAt: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(
    new Date(new Date(endsAt).getTime() - 1),
  );
}

/** The same for people. */
export function lastDayText(endsAt: string, timeZone: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone }).format(
    new Date(new Date(endsAt).getTime() - 1),
  );
}
