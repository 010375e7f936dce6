import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { profiles } from '../../db/schema/profiles.ts';

/** The zone whose days are the person's. */
export async function zoneOf(tx: Tx, profileId: string): Promise<string> {
  const [profile] = await tx
    .select({ timeZone: profiles.timeZone })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  if (!profile) throw new AppError('NOT_FOUND');
  return profile.timeZone;
}
