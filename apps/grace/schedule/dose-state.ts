import type { Administration } from './administration.ts';
import type { DoseState } from './schemas.ts';

type Planned = { scheduledAt: number; isHeld?: boolean };
type Logged = Pick<Administration, 'outcome' | 'actualAt'>;

const msPerMinute = 60_000;
const msPerDay = 86_400_000;

/**
 * What became of a planned dose. On time is from one late window before the planned instant to one after; then it
 * is overdue, until `missedAt`.
 */
export function doseState(
  slot: Planned,
  administration: Logged | undefined,
  lateWindowMinutes: number,
  nextSlot: Planned | undefined,
  now: number,
): DoseState {
  if (administration) return loggedState(slot, administration, lateWindowMinutes);
  if (slot.isHeld) return 'held';
  const windowMs = lateWindowMinutes * msPerMinute;
  if (now < slot.scheduledAt - windowMs) return 'upcoming';
  if (now <= slot.scheduledAt + windowMs) return 'due';
  return now < missedAt(slot, lateWindowMinutes, nextSlot) ? 'overdue' : 'missed';
}

function loggedState(slot: Planned, administration: Logged, lateWindowMinutes: number): DoseState {
  if (administration.outcome !== 'taken') return administration.outcome;
  return isLate(slot, administration, lateWindowMinutes) ? 'takenLate' : 'taken';
}

/** Lateness is worked out, never stored: the instant at which it really happened stays what it was. */
export function isLate(slot: Planned, { actualAt }: Logged, lateWindowMinutes: number): boolean {
  return actualAt > slot.scheduledAt + lateWindowMinutes * msPerMinute;
}

/**
 * An open dose is missed when the next one of its schedule comes, or after 24 hours, whichever is first, but never
 * while it is still on time. From then on nobody is asked to make up for it.
 */
export function missedAt(slot: Planned, lateWindowMinutes: number, nextSlot: Planned | undefined): number {
  const dayLater = slot.scheduledAt + msPerDay;
  const over = Math.min(nextSlot?.scheduledAt ?? dayLater, dayLater);
  return Math.max(over, slot.scheduledAt + lateWindowMinutes * msPerMinute);
}
