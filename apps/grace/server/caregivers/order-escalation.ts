import type { SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertHolder } from '../care/rights.ts';
import type { OrderEscalation } from './schemas.ts';

/** Says who is turned to when a dose is missed, and in which order; whoever is not named is not turned to. */
export async function orderEscalation(
  ctx: SignedInContext,
  { profileId, ids }: OrderEscalation,
): Promise<void> {
  await changeProfile(ctx, profileId, async (tx) => {
    await assertHolder(tx, ctx, profileId);
    const ofProfile = eq(caregivers.profileId, profileId);
    await tx
      .update(caregivers)
      .set({ escalationOrder: null })
      .where(and(ofProfile, notInArray(caregivers.id, ids)));
    for (const [index, id] of ids.entries()) {
      await tx
        .update(caregivers)
        .set({ escalationOrder: sql`${index + 1}` })
        .where(and(ofProfile, eq(caregivers.id, id)));
    }
    await audit(tx, { action: 'escalation_ordered', resourceType: 'profile', resourceId: profileId });
  });
}
