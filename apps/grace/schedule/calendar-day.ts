const msPerDay = 86_400_000;

/** Days of the calendar as whole numbers, 0 on 1970-01-01: dates without a zone, quick to add and compare. */
export function dayNumberOf(localDate: string): number {
  return Date.parse(`${localDate}T00:00:00Z`) / msPerDay;
}

export function localDateOf(dayNumber: number): string {
  return new Date(dayNumber * msPerDay).toISOString().slice(0, 10);
}

export function addDays(localDate: string, days: number): string {
  return localDateOf(dayNumberOf(localDate) + days);
}

/** The same day of a later month, or its last one where it has no such day. */
export function addMonths(localDate: string, months: number): string {
  const [year = 0, month = 0, day = 0] = localDate.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return `${first.toISOString().slice(0, 7)}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/** Monday 1 to Sunday 7. */
export function isoWeekday(dayNumber: number): number {
  return floorMod(dayNumber + 3, 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The remainder that is never negative. */
export function floorMod(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
