import type { HourCycle } from '../../notices/schemas.ts';

/** How this browser writes times. */
export function hourCycleHere(): HourCycle {
  const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
  return hourCycle?.startsWith('h1') ? 'h12' : 'h23';
}
