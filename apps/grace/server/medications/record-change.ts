import type { SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { medicationChanges } from '../../db/schema/medication-changes.ts';
import type { FieldChange, MedicationAction } from '../../medicine/schemas.ts';
import { nameOfCaller } from '../care/name-of-caller.ts';
import type { MedicationId } from './schemas.ts';

interface RecordedChange {
  action: MedicationAction;
  reason: string;
  changes?: FieldChange[];
  /** From when it holds, in milliseconds since 1970; from now on unless stated. */
  effectiveAt?: number;
}

/** Adds a line to the history of a medicine, and to the audit log without what was written. */
export async function recordChange(
  tx: Tx,
  ctx: SignedInContext,
  { profileId, id }: MedicationId,
  { action, reason, changes = [], effectiveAt = ctx.now().getTime() }: RecordedChange,
): Promise<void> {
  const actorName = await nameOfCaller(tx, ctx, profileId);
  await tx.insert(medicationChanges).values({
    profileId,
    medicationId: id,
    actorName,
    action,
    reason,
    changes,
    effectiveAt: new Date(effectiveAt),
  });
  await audit(tx, { action: `medication_${action}`, resourceType: 'medication', resourceId: id });
}
