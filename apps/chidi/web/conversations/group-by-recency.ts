export interface RecencyGroup<T> {
  label: string;
  items: T[];
}

interface Calendar {
  locale?: string | undefined;
  timeZone?: string | undefined;
}

const dayMs = 86_400_000;

/** Conversations under Today, Yesterday, Previous 7 days, and before that under their month, in the order given. */
export function groupByRecency<T extends { lastMessageAt: string }>(
  items: readonly T[],
  now: Date,
  { locale, timeZone }: Calendar = {},
): RecencyGroup<T>[] {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const today = calendarDay(parts, now);
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const day = calendarDay(parts, new Date(item.lastMessageAt));
    const label = labelFor(day, today, locale);
    const group = groups.get(label);
    if (group) group.push(item);
    else groups.set(label, [item]);
  }
  return [...groups].map(([label, members]) => ({ label, items: members }));
}

function labelFor(day: Date, today: Date, locale: string | undefined): string {
  const daysAgo = (today.getTime() - day.getTime()) / dayMs;
  // The clocks of server and browser differ a little around midnight.
  if (daysAgo <= 0) return 'Today';
  if (daysAgo === 1) return 'Yesterday';
  if (daysAgo <= 7) return 'Previous 7 days';
  const sameYear = day.getUTCFullYear() === today.getUTCFullYear();
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(day);
}

/** The day on the reader's calendar as midnight UTC, so that days are 24 hours long whatever summer time does. */
function calendarDay(format: Intl.DateTimeFormat, date: Date): Date {
  const part = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
  return new Date(Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day ?? 1));
}
