import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { medications } from '../../db/schema/medications.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { readMedication } from './by-id.ts';
import type { Medication, MedicationId } from './schemas.ts';

/** Which medicine, and which version of it was on the screen. */
type Seen = MedicationId & { version: number };

/**
 * One change to a medicine, by whoever may manage medicines: refused when it was changed somewhere else since `version` was read.
 * The row is locked first, so that two changes at once come one after the other.
 */
export function changeMedication(
  ctx: SignedInContext,
  { profileId, id, version }: Seen,
  change: (tx: Tx, before: Medication) => Promise<Partial<typeof medications.$inferInsert>>,
  isDone: (before: Medication) => boolean = () => false,
): Promise<Medication> {
  return changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'manage');
    const own = and(eq(medications.id, id), eq(medications.profileId, profileId));
    const [locked] = await tx
      .select({ version: medications.version })
      .from(medications)
      .where(own)
      .for('update');
    if (!locked) throw new AppError('NOT_FOUND');
    const before = await readMedication(tx, { profileId, id });
    // It came twice, because the first answer was lost on its way.
    if (isDone(before)) return before;
    if (locked.version !== version) throw new AppError('STALE_VERSION');
    const values = await change(tx, before);
    await tx
      .update(medications)
      .set({ ...values, version: sql`${medications.version} + 1` })
      .where(own);
    return readMedication(tx, { profileId, id });
  });
}
