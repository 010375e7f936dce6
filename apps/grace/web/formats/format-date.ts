const styles = {
  /** "14 Mar 2027" */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** "14 March 2027" */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** "Sunday, 14 March" */
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  /** "Sun, 14 Mar" */
  shortWeekday: { weekday: 'short', day: 'numeric', month: 'short' },
  /** "14 Mar" */
  short: { day: 'numeric', month: 'short' },
  /** "March 2027" */
  month: { month: 'long', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<keyof typeof styles, Intl.DateTimeFormat>();

/** A day of the calendar in the reader's own way of writing dates; no zone has a say in it. */
export function formatDate(localDate: string, style: keyof typeof styles = 'date'): string {
  const format =
    formats.get(style) ?? new Intl.DateTimeFormat(undefined, { ...styles[style], timeZone: 'UTC' });
  formats.set(style, format);
  return format.format(Date.parse(`${localDate}T00:00Z`));
}
