import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { ownStandingGrant } from './rights.ts';

/** How the caller is named to the others in this person's care, to be kept beside what they record. */
export async function nameOfCaller(tx: Tx, ctx: SignedInContext, profileId: string): Promise<string> {
  const [row] = await tx
    .select({ userId: profiles.userId, holderName: profiles.holderName, name: caregivers.name })
    .from(profiles)
    .leftJoin(caregivers, ownStandingGrant(ctx))
    .where(eq(profiles.id, profileId));
  if (!row) throw new AppError('NOT_FOUND');
  return row.userId === ctx.user.id ? row.holderName : (row.name ?? ctx.user.name);
}
