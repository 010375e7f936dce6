import type { PrnState } from '../../schedule/prn-state.ts';
import { timeAndDay } from '../formats/time-and-day.ts';

/** What the limits say of another dose now; empty where there is nothing to say. */
export function asNeededStatus(
  { isBlocked, blockedBy, allowedFrom, isLastAllowed }: PrnState,
  zone: string,
  now: number,
): string {
  if (isLastAllowed) return 'This would be the last dose allowed in 24 hours.';
  if (!isBlocked) return '';
  const why = blockedBy === 'interval' ? 'Too soon after the last dose' : 'The most in 24 hours is reached';
  if (allowedFrom === null) return `${why}.`;
  return `${why}. The next one is allowed ${timeAndDay(zone, allowedFrom, now)}.`;
}
