import { describePlan } from '../../schedule/describe.ts';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatWallClock } from '../formats/format-time.ts';

/** "1 tablet, every day at 8:00 AM", as the reader's clock is written. */
export function planText(plan: SchedulePlan): string {
  return describePlan(plan, { time: formatWallClock, date: formatDate });
}
