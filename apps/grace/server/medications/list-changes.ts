import type { SignedInContext } from '@commons/api';
import { and, desc, eq, gte } from 'drizzle-orm';
import { medicationChanges } from '../../db/schema/medication-changes.ts';
import { medications } from '../../db/schema/medications.ts';
import { assertWithin } from '../care/rights.ts';
import { changedBy } from '../import/as-imported.ts';
import { changesMax, type ListChanges, type MedicationChange } from './schemas.ts';

/** What was done to a person's medicines, or to one of them, the newest first, by when it came into force. */
export function listChanges(ctx: SignedInContext, input: ListChanges): Promise<MedicationChange[]> {
  const { profileId, medicationId, since } = input;
  return ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    return tx
      .select({
        id: medicationChanges.id,
        medicationId: medicationChanges.medicationId,
        medicationName: medications.name,
        actorName: changedBy,
        action: medicationChanges.action,
        reason: medicationChanges.reason,
        changes: medicationChanges.changes,
        effectiveAt: medicationChanges.effectiveAt,
        at: medicationChanges.at,
      })
      .from(medicationChanges)
      .innerJoin(medications, eq(medications.id, medicationChanges.medicationId))
      .where(
        and(
          eq(medicationChanges.profileId, profileId),
          medicationId ? eq(medicationChanges.medicationId, medicationId) : undefined,
          since ? gte(medicationChanges.effectiveAt, new Date(since)) : undefined,
        ),
      )
      .orderBy(desc(medicationChanges.effectiveAt), desc(medicationChanges.id))
      .limit(changesMax);
  });
}
