import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, count, eq, gt, isNull, ne, or } from 'drizzle-orm';
import { medications } from '../../db/schema/medications.ts';
import { lockMedication } from '../doses/lock-medication.ts';
import type { MedicationId } from './schemas.ts';

/** So many may be taken at once. */
export const medicinesMax = 200;

/** Refuses one more medicine where so many are taken that something must have gone wrong, such as an import that ran away. */
export async function assertRoom(tx: Tx, { profileId, id }: MedicationId, now: Date): Promise<void> {
  // Two additions at once come one after the other: the list as a whole is locked under the person's own id.
  await lockMedication(tx, { profileId, medicationId: profileId });
  const [row] = await tx
    .select({ taken: count() })
    .from(medications)
    .where(
      and(
        eq(medications.profileId, profileId),
        ne(medications.id, id),
        eq(medications.isEnteredInError, false),
        or(isNull(medications.stoppedAt), gt(medications.stoppedAt, now)),
      ),
    );
  if ((row?.taken ?? 0) >= medicinesMax)
    throw new AppError('CONFLICT', {
      message: `There are ${medicinesMax} medicines already, which is as many as fit. Stop what is no longer taken, then add this one.`,
    });
}
