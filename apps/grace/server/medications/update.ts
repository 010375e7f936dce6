import type { SignedInContext } from '@commons/api';
import { describeChanges } from '../../medicine/describe-changes.ts';
import { changeMedication } from './change-medication.ts';
import { recordChange } from './record-change.ts';
import type { Medication, UpdateMedication } from './schemas.ts';

/** Saves what is known of a medicine, and keeps what it was before in the history. */
export function updateMedication(ctx: SignedInContext, input: UpdateMedication): Promise<Medication> {
  return changeMedication(ctx, input, async (tx, before) => {
    const changes = describeChanges(before, input.facts);
    await recordChange(tx, ctx, input, { action: 'edited', reason: input.reason, changes });
    return input.facts;
  });
}
