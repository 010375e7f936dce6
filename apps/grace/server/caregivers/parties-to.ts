import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { profiles } from '../../db/schema/profiles.ts';
import type { CaregiverId } from './schemas.ts';

/** Both sides of a grant that the caller sees, by name, for what is put on record; NOT_FOUND otherwise. */
export async function partiesTo(tx: Tx, { profileId, id }: CaregiverId) {
  const [parties] = await tx
    .select({
      personName: profiles.fullName,
      holderName: profiles.holderName,
      basis: profiles.basis,
      timeZone: profiles.timeZone,
      caregiverName: caregivers.name,
      caregiverUserId: caregivers.userId,
    })
    .from(caregivers)
    .innerJoin(profiles, eq(profiles.id, caregivers.profileId))
    .where(and(eq(caregivers.id, id), eq(caregivers.profileId, profileId)));
  if (!parties) throw new AppError('NOT_FOUND');
  return parties;
}
