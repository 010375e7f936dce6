/** How bad an allergy is, where somebody knows. */
export const severityWords: Record<string, string> = { mild: 'mild', moderate: 'moderate', severe: 'severe' };

/** "2 May 1941" of a day of the calendar. */
export const dayWords = (localDate: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(localDate));

/** The day and time of a moment where the person lives. */
export const momentWords = (moment: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    Date.parse(moment),
  );
