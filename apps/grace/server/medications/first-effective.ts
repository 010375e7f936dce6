import { dayBounds, dayOf } from '../../schedule/zone.ts';
import type { CreateMedication } from './schemas.ts';

/** From when the first version of a schedule holds: at once, or from the beginning of the person's day. */
export function firstEffective(from: CreateMedication['from'], zone: string, now: number): number {
  return from === 'now' ? now : dayBounds(zone, dayOf(zone, now)).start;
}
