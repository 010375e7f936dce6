import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { dosesADayMax, mostDosesADay } from '../../schedule/most-doses-a-day.ts';
import { lockMedication } from '../doses/lock-medication.ts';
import { planOf } from './plan-of.ts';

/** Refuses what has just been planned where a day would have so many doses that something must have gone wrong. */
export async function assertDaysFit(tx: Tx, profileId: string): Promise<void> {
  // As the list of medicines is locked: two plans at once come one after the other.
  await lockMedication(tx, { profileId, medicationId: profileId });
  if (mostDosesADay(await planOf(tx, profileId)) <= dosesADayMax) return;
  throw new AppError('CONFLICT', {
    message: `That would be more than ${dosesADayMax} doses in one day. Stop what is no longer taken, or check the times.`,
  });
}
