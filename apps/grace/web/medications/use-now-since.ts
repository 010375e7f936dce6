import { useNow } from '@commons/ui';

/** The time, and never one before the data came: a medicine that was held a second ago is on hold already. */
export function useNowSince(dataUpdatedAt: number): number {
  return Math.max(useNow().getTime(), dataUpdatedAt);
}
