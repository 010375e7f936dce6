import type { SignedInContext } from '@commons/api';
import { assertWithin } from '../care/rights.ts';
import { readMedications } from './read.ts';
import type { Medication, ProfileMedications } from './schemas.ts';

/** Everything a person takes or took; what is taken now is worked out from the versions, by the clock of whoever looks. */
export function listMedications(
  ctx: SignedInContext,
  { profileId }: ProfileMedications,
): Promise<Medication[]> {
  return ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    return readMedications(tx, profileId);
  });
}
