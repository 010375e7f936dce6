import { AppError } from '@commons/api';
import type { Medication } from './schemas.ts';

/** Refuses a plan for a time in which the medicine is stopped. */
export function assertOngoing({ stoppedAt }: Medication, from: number): void {
  if (stoppedAt && stoppedAt.getTime() <= from)
    throw new AppError('CONFLICT', { message: 'This medicine is stopped by then. Start it again first.' });
}
