const msPerDay = 86_400_000;

/** The day that it is in this zone, as "2026-11-21". */
export const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  );

/** So many days of the calendar later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * msPerDay).toISOString().slice(0, 10);

/** How many days there are, with the first and the last. */
export const countDays = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / msPerDay + 1;

const styles = {
  /** "Sat, 21 Nov 2026" */
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** "21 Nov" */
  short: { day: 'numeric', month: 'short' },
  /** "November 2026" */
  month: { month: 'long', year: 'numeric' },
  /** "Nov" */
  shortMonth: { month: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A day of the calendar as its reader writes it; no zone has a say in it. */
export const formatDay = (day: string, style: keyof typeof styles): string =>
  new Intl.DateTimeFormat(undefined, { ...styles[style], timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00Z`),
  );
