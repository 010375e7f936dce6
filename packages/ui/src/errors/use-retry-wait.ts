import { useCountdown } from '../time/use-countdown.ts';
import { describeError } from './describe-error.ts';

/** Seconds until what was refused may be tried again; 0 when it may be at once, or when nothing failed. */
export function useRetryWait(error: unknown): number {
  const { action, retryAfterMs } = describeError(error);
  const refused = error !== null && error !== undefined;
  return useCountdown(refused && action === 'wait' ? retryAfterMs : 0, error);
}
