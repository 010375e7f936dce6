import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import { duplicateReports } from '../../db/schema/duplicate-reports.ts';
import { medications } from '../../db/schema/medications.ts';
import { amountOf, thousandthsOf } from '../../schedule/amount.ts';
import { assertWithin } from '../care/rights.ts';
import { namesAround } from './people.ts';
import type { DuplicateReport, OfProfile } from './schemas.ts';

/** Second reports of which nobody has said yet whether the dose was given twice. */
export function listDuplicates(ctx: SignedInContext, { profileId }: OfProfile): Promise<DuplicateReport[]> {
  return ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    return readDuplicates(tx, profileId);
  });
}

export async function readDuplicates(tx: Tx, profileId: string): Promise<DuplicateReport[]> {
  const nameOf = await namesAround(tx, profileId);
  const rows = await tx
    .select({ first: doseLog, second: duplicateReports, medicationName: medications.name })
    .from(duplicateReports)
    .innerJoin(
      doseLog,
      and(
        eq(doseLog.id, duplicateReports.administrationId),
        eq(doseLog.profileId, duplicateReports.profileId),
      ),
    )
    .innerJoin(
      medications,
      and(eq(medications.id, doseLog.medicationId), eq(medications.profileId, doseLog.profileId)),
    )
    .where(and(eq(duplicateReports.profileId, profileId), isNull(duplicateReports.resolvedAt)))
    .orderBy(asc(duplicateReports.recordedAt), asc(duplicateReports.id))
    .limit(100);
  const asSaid = ({
    amount,
    unit,
    actualAt,
    recordedBy,
    recordedByName,
  }: typeof duplicateReports.$inferSelect | typeof doseLog.$inferSelect) => ({
    amount: amountOf(thousandthsOf(amount)),
    unit,
    actualAt: actualAt.toISOString(),
    by: nameOf(recordedBy, recordedByName),
  });
  return rows.map(({ first, second, medicationName }) => ({
    id: second.id,
    medicationId: first.medicationId,
    medicationName,
    localDate: first.localDate,
    slot: first.slot,
    first: { status: first.status, ...asSaid(first) },
    second: asSaid(second),
  }));
}
