import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SkipReason } from '../../administration/schemas.ts';
import { medications } from '../../db/schema/medications.ts';
import { actualTime } from './actual-time.ts';
import { plannedDose } from './planned-dose.ts';
import { reportDose } from './report-dose.ts';
import type { Recorded, SkipDose } from './schemas.ts';

/** A planned dose is left out, and why. */
export function skipDose(ctx: SignedInContext, input: z.output<typeof SkipDose>): Promise<Recorded> {
  return reportDose(ctx, input.profileId, async (tx) => {
    const { planned, amount: _, ...dose } = await plannedDose(tx, input);
    // The plan was changed while the device was offline: nothing is left to leave out.
    if (!planned)
      throw new AppError('CONFLICT', { message: 'The plan has changed. This dose is not in it any more.' });
    await assertSkippable(tx, dose.medicationId, input.reason);
    return {
      ...dose,
      ...planned,
      id: input.id,
      status: 'skipped',
      skipReason: input.reason,
      amount: '0',
      actualAt: actualTime(ctx, input.actualAt),
      note: input.note,
    };
  });
}

/** Refuses to leave out a dose of a medicine that must be taken, unless a clinician said so. */
export async function assertSkippable(tx: Tx, medicationId: string, reason: SkipReason): Promise<void> {
  if (reason === 'clinician_told') return;
  const [medication] = await tx
    .select({ isSkippable: medications.isSkippable })
    .from(medications)
    .where(eq(medications.id, medicationId));
  if (medication?.isSkippable) return;
  const message = 'This medicine must not be left out unless a clinician said so.';
  throw new AppError('BAD_INPUT', { message, fields: { reason: [message] } });
}
