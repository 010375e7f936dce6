import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import { duplicateReports } from '../../db/schema/duplicate-reports.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import type { DoseEntryId } from './schemas.ts';

/** Takes back a slip within seconds, as if it had not been; the policy says whose and how long. */
export async function undoDose(ctx: SignedInContext, { profileId, id }: DoseEntryId): Promise<void> {
  await changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'log');
    await refuseWithReports(tx, { profileId, id });
    const entry = and(eq(doseLog.id, id), eq(doseLog.profileId, profileId));
    const removed = await tx.delete(doseLog).where(entry).returning({ medicationId: doseLog.medicationId });
    if (removed.length === 0) throw await refusal(tx, ctx, { profileId, id });
    await audit(tx, {
      action: 'dose_undone',
      resourceType: 'dose',
      resourceId: id,
      details: { medicationId: removed[0]?.medicationId },
    });
  });
}

async function refuseWithReports(tx: Tx, { profileId, id }: DoseEntryId): Promise<void> {
  const reports = await tx
    .select({ id: duplicateReports.id })
    .from(duplicateReports)
    .where(and(eq(duplicateReports.administrationId, id), eq(duplicateReports.profileId, profileId)));
  if (reports.length > 0)
    throw new AppError('CONFLICT', {
      message: 'Somebody else reported this dose as well. Correct it instead.',
    });
}

async function refusal(tx: Tx, ctx: SignedInContext, { profileId, id }: DoseEntryId): Promise<AppError> {
  const [entry] = await tx
    .select({ recordedBy: doseLog.recordedBy })
    .from(doseLog)
    .where(and(eq(doseLog.id, id), eq(doseLog.profileId, profileId)));
  if (!entry) return new AppError('NOT_FOUND');
  if (entry.recordedBy !== ctx.user.id) return new AppError('FORBIDDEN');
  return new AppError('CONFLICT', { message: 'It is too late to undo this. Correct it instead.' });
}
