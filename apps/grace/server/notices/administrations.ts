import type { Tx } from '@commons/shared-db';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import type { Administration } from '../../schedule/administration.ts';

/** What was logged of the doses planned after an instant, as the time engine takes it. */
export async function administrationsSince(
  tx: Tx,
  profileId: string,
  from: number,
): Promise<Administration[]> {
  const rows = await tx
    .select({
      versionId: doseLog.versionId,
      localDate: doseLog.localDate,
      slot: doseLog.slot,
      outcome: doseLog.status,
      actualAt: doseLog.actualAt,
      amount: doseLog.amount,
      unit: doseLog.unit,
    })
    .from(doseLog)
    .where(
      and(
        eq(doseLog.profileId, profileId),
        gt(doseLog.scheduledAt, new Date(from)),
        isNull(doseLog.enteredInErrorAt),
      ),
    );
  return rows.flatMap(({ localDate, slot, actualAt, ...row }) =>
    localDate === null || slot === null ? [] : [{ ...row, localDate, slot, actualAt: actualAt.getTime() }],
  );
}
