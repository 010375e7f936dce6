import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq, isNull } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import { duplicateReports } from '../../db/schema/duplicate-reports.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { markInError } from './mark-in-error.ts';
import { record, standingOf } from './record.ts';
import type { ResolveDuplicate } from './schemas.ts';

type Reported = typeof duplicateReports.$inferSelect;

/** Keeps what somebody found out. A dose that was given twice is in the log twice, once in place of the planned one. */
export async function resolveDuplicate(ctx: SignedInContext, input: ResolveDuplicate): Promise<void> {
  const { profileId, id, resolution } = input;
  await changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'log');
    const [reported] = await tx
      .update(duplicateReports)
      .set({ resolution })
      .where(
        and(
          eq(duplicateReports.id, id),
          eq(duplicateReports.profileId, profileId),
          isNull(duplicateReports.resolvedAt),
        ),
      )
      .returning();
    if (!reported) return refuseUnlessRepeated(tx, input);
    if (resolution === 'given_too') await addGiven(tx, reported);
    await audit(tx, {
      action: 'duplicate_resolved',
      resourceType: 'dose',
      resourceId: reported.administrationId,
      details: { reportId: id, resolution },
    });
  });
}

/** In place of the planned dose, unless another entry that it was given stands there; then beside the plan. */
async function addGiven(
  tx: Tx,
  { id, profileId, administrationId, actualAt, status, amount, unit, note }: Reported,
) {
  const [first] = await tx
    .select()
    .from(doseLog)
    .where(and(eq(doseLog.id, administrationId), eq(doseLog.profileId, profileId)));
  if (!first) throw new AppError('NOT_FOUND');
  const standing = await standingOf(tx, first);
  const { medicationId, versionId, localDate, slot, scheduledAt } = first;
  const report = { id, profileId, medicationId, versionId, actualAt, status, amount, unit, note };
  if (standing && standing.status !== 'skipped') {
    await record(tx, report);
    return;
  }
  if (standing) await markInError(tx, { profileId, id: standing.id }, 'It was given after all.');
  await record(tx, { ...report, localDate, slot, scheduledAt, replacesId: standing?.id });
}

async function refuseUnlessRepeated(tx: Tx, { profileId, id, resolution }: ResolveDuplicate): Promise<void> {
  const [reported] = await tx
    .select({ resolution: duplicateReports.resolution })
    .from(duplicateReports)
    .where(and(eq(duplicateReports.id, id), eq(duplicateReports.profileId, profileId)));
  if (!reported) throw new AppError('NOT_FOUND');
  if (reported.resolution === resolution) return;
  throw new AppError('CONFLICT', { message: 'Somebody else has answered this already.' });
}
