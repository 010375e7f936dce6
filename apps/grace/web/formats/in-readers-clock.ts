import { formatWallClock } from './format-time.ts';

/**
 * A text that is kept, such as a line of the history or of the companion, on the reader's clock: "at 20:00" becomes "at 8:00 PM" where
 * that is how people write it. What is kept has 24 hours, always, so that it reads the same to everybody who writes it.
 */
export function inReadersClock(text: string): string {
  return text.replaceAll(/(?<![\d:])(?:[01]\d|2[0-3]):[0-5]\d(?![\d:])/g, formatWallClock);
}
