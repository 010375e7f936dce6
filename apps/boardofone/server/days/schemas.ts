import { z } from 'zod';

/** A zone by its name in the IANA database, as a browser tells it. */
export const TimeZone = z.string().max(64).refine(isZone, 'This time zone is not known.');

function isZone(timeZone: string): boolean {
  try {
    // Names and never offsets, whose sign PostgreSQL reads the other way round.
    return /^[A-Za-z]/.test(timeZone) && Intl.DateTimeFormat('en', { timeZone }) !== undefined;
  } catch {
    return false;
  }
}
