/** Monday 1 to Sunday 7, beginning with the day with which a week begins where the reader is; with Monday where nobody knows. */
export function weekdaysHere(locale = new Intl.DateTimeFormat().resolvedOptions().locale): number[] {
  const known: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(locale);
  const first = known.getWeekInfo?.().firstDay ?? 1;
  return Array.from({ length: 7 }, (_, at) => ((first - 1 + at) % 7) + 1);
}

/** The name of a weekday as the reader's language writes it. */
export function weekdayName(weekday: number, style: 'short' | 'long'): string {
  // The 5th of January 2026 was a Monday.
  const date = Date.UTC(2026, 0, 4 + weekday);
  return new Intl.DateTimeFormat(undefined, { weekday: style, timeZone: 'UTC' }).format(date);
}
