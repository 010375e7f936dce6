import { dayBounds, dayOf } from '../schedule/zone.ts';
import type { MoveZone } from './schemas.ts';

/** From which instant a move holds: now when the day has begun there, and undefined for a day that is over. */
export function moveInstant(
  { zone, from }: Pick<MoveZone, 'zone' | 'from'>,
  now: number,
): number | undefined {
  if (from < dayOf(zone, now)) return undefined;
  return Math.max(now, dayBounds(zone, from).start);
}
