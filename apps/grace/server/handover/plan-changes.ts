import type { Tx } from '@commons/shared-db';
import { and, desc, eq, gt, lte } from 'drizzle-orm';
import { medicationChanges } from '../../db/schema/medication-changes.ts';
import { medications } from '../../db/schema/medications.ts';
import { changedBy } from '../import/as-imported.ts';
import type { Handover } from './schemas.ts';
import { type Span, shownMax } from './span.ts';

/** What was done to the medicines within the span. */
export async function planChanges(
  tx: Tx,
  { profileId, since, until }: Span,
): Promise<NonNullable<Handover['planChanges']>> {
  return tx
    .select({
      id: medicationChanges.id,
      medicationId: medicationChanges.medicationId,
      medicationName: medications.name,
      action: medicationChanges.action,
      actorName: changedBy,
      reason: medicationChanges.reason,
      at: medicationChanges.at,
    })
    .from(medicationChanges)
    .innerJoin(
      medications,
      and(
        eq(medications.id, medicationChanges.medicationId),
        eq(medications.profileId, medicationChanges.profileId),
      ),
    )
    .where(
      and(
        eq(medicationChanges.profileId, profileId),
        gt(medicationChanges.at, since),
        lte(medicationChanges.at, until),
      ),
    )
    .orderBy(desc(medicationChanges.at))
    .limit(shownMax.planChanges + 1);
}
