import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { assertWithin } from '../care/rights.ts';
import { readMedications } from './read.ts';
import type { Medication, MedicationId } from './schemas.ts';

export function medicationById(ctx: SignedInContext, input: MedicationId): Promise<Medication> {
  return ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, input.profileId, 'medications', 'view');
    return readMedication(tx, input);
  });
}

/** NOT_FOUND where there is none. */
export async function readMedication(tx: Tx, { profileId, id }: MedicationId): Promise<Medication> {
  const [medication] = await readMedications(tx, profileId, id);
  if (!medication) throw new AppError('NOT_FOUND');
  return medication;
}
