import { AppError } from '@commons/api';

/** A page is open for a while, and its clock differs a little. */
const graceMs = 5 * 60_000;

/**
 * The instant from which a change holds: now unless stated. One that is over is refused, because what was planned for the past stays
 * as it was; one that has only just gone by is now.
 */
export function instantFrom(stated: string | null, now: number): number {
  if (stated === null) return now;
  const instant = Date.parse(stated);
  if (instant < now - graceMs)
    throw new AppError('BAD_INPUT', {
      message: 'This time is over, and doses of the past keep the plan they had. Choose now or later.',
      fields: { from: ['Choose now or later.'] },
    });
  return Math.max(instant, now);
}
