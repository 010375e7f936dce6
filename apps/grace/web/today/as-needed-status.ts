import type { PrnState } from '../../schedule/prn-state.ts';
import { formatTime } from '../formats/format-time.ts';

/** What the limits say of another dose now; empty where there is nothing to say. */
export function asNeededStatus(
  { isBlocked, blockedBy, allowedFrom, isLastAllowed }: PrnState,
  zone: string,
): string {
  if (isLastAllowed) return 'This would be the last dose allowed in 24 hours.';
  if (!isBlocked) return '';
  const why = blockedBy === 'interval' ? 'Too soon after the last dose' : 'The most in 24 hours is reached';
  return allowedFrom === null
    ? `${why}.`
    : `${why}. The next one is allowed at ${formatTime(zone, allowedFrom)}.`;
}
