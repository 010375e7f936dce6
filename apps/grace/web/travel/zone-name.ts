/** "New York" of "America/New_York". */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Whether two zones show the same wall clock at an instant. */
export function isSameClock(zone: string, other: string, instant: number): boolean {
  const shown = (timeZone: string) =>
    new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
  return shown(zone) === shown(other);
}
