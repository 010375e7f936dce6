import { formatTime } from '../formats/format-time.ts';
import type { Today } from './today-from.ts';

/** The day in one line, for a glance from the door. */
export function todayStatus({ overdue, due, later, zone }: Today): string {
  const open = overdue.length + due.length;
  if (open > 0) return open === 1 ? 'One dose to give now' : `${open} doses to give now`;
  const [next] = later;
  return next ? `Nothing to give until ${formatTime(zone, next.scheduledAt)}` : 'Nothing more to give today';
}
