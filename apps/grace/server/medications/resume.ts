import { AppError, type SignedInContext } from '@commons/api';
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { medicationHolds } from '../../db/schema/medication-holds.ts';
import { changeMedication } from './change-medication.ts';
import { recordChange } from './record-change.ts';
import type { Medication, ResumeMedication } from './schemas.ts';

/** Ends every hold that is in force or lies ahead: doses count again from now on. */
export function resumeMedication(ctx: SignedInContext, input: ResumeMedication): Promise<Medication> {
  const { profileId, id, reason } = input;
  return changeMedication(ctx, input, async (tx) => {
    const now = ctx.now();
    const ended = await tx
      .update(medicationHolds)
      .set({ endsAt: sql`greatest(${medicationHolds.startsAt}, ${now.toISOString()}::timestamptz)` })
      .where(
        and(
          eq(medicationHolds.profileId, profileId),
          eq(medicationHolds.medicationId, id),
          or(isNull(medicationHolds.endsAt), gt(medicationHolds.endsAt, now)),
        ),
      )
      .returning({ id: medicationHolds.id });
    if (ended.length === 0) throw new AppError('CONFLICT', { message: 'It is not on hold.' });
    await recordChange(tx, ctx, input, { action: 'resumed', reason });
    return {};
  });
}
