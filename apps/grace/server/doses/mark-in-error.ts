import type { Tx } from '@commons/shared-db';
import { and, eq, isNull } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import type { DoseEntryId } from './schemas.ts';

/** Marks an entry that stands, and returns it; undefined when somebody marked it before, or it isn't there. */
export async function markInError(tx: Tx, { profileId, id }: DoseEntryId, reason: string) {
  const [entry] = await tx
    .update(doseLog)
    .set({ errorReason: reason })
    .where(and(eq(doseLog.id, id), eq(doseLog.profileId, profileId), isNull(doseLog.enteredInErrorAt)))
    .returning({
      id: doseLog.id,
      profileId: doseLog.profileId,
      medicationId: doseLog.medicationId,
      versionId: doseLog.versionId,
      localDate: doseLog.localDate,
      slot: doseLog.slot,
      scheduledAt: doseLog.scheduledAt,
      unit: doseLog.unit,
      prnReason: doseLog.prnReason,
      overrideReason: doseLog.overrideReason,
    });
  return entry;
}
