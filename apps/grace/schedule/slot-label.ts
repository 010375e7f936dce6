import type { Slot } from './slot.ts';

/** "08:00"; where the clocks skip the planned time, "03:30 (planned 02:30)". */
export function slotLabel(
  { localTime, plannedTime }: Pick<Slot, 'localTime' | 'plannedTime'>,
  formatTime: (time: string) => string = (time) => time,
): string {
  if (localTime === plannedTime) return formatTime(plannedTime);
  return `${formatTime(localTime)} (planned ${formatTime(plannedTime)})`;
}
