type Style = 'day' | 'weekday' | 'short' | 'month';

const options: Record<Style, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
};
const formats = new Map<Style, Intl.DateTimeFormat>();

/** A day of the calendar in the reader's own way of writing dates; no zone has a say in it. */
export function formatDate(localDate: string, style: Style): string {
  const format =
    formats.get(style) ?? new Intl.DateTimeFormat(undefined, { ...options[style], timeZone: 'UTC' });
  formats.set(style, format);
  return format.format(Date.parse(`${localDate}T00:00Z`));
}
