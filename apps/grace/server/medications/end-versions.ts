import type { Tx } from '@commons/shared-db';
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { schedules } from '../../db/schema/schedules.ts';
import type { MedicationId } from './schemas.ts';

/** Ends what is planned from an instant on. A version that has not begun by then never comes into force. */
export async function endVersions(
  tx: Tx,
  { profileId, id }: MedicationId,
  at: number,
  scheduleId?: string,
): Promise<void> {
  await tx
    .update(schedules)
    .set({
      effectiveUntil: sql`greatest(${schedules.effectiveFrom}, ${new Date(at).toISOString()}::timestamptz)`,
    })
    .where(
      and(
        eq(schedules.profileId, profileId),
        eq(schedules.medicationId, id),
        scheduleId ? eq(schedules.scheduleId, scheduleId) : undefined,
        or(isNull(schedules.effectiveUntil), gt(schedules.effectiveUntil, new Date(at))),
      ),
    );
}
