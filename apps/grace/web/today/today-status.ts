import { formatTime } from '../formats/format-time.ts';
import type { Today } from './today-from.ts';
import type { Words } from './words.ts';

/** The day in one line, for a glance from the door. */
export function todayStatus({ overdue, due, later, zone }: Today, { toGive }: Pick<Words, 'toGive'>): string {
  const open = overdue.length + due.length;
  if (open > 0) return open === 1 ? `One dose ${toGive} now` : `${open} doses ${toGive} now`;
  const [next] = later;
  return next
    ? `Nothing ${toGive} until ${formatTime(zone, next.scheduledAt)}`
    : `Nothing more ${toGive} today`;
}
