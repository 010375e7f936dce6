import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { invitations } from '../../db/schema/invitations.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertHolder } from '../care/rights.ts';
import type { InvitationId } from './schemas.ts';

/** Takes an invitation back, unless it was answered first. */
export async function cancelInvitation(ctx: SignedInContext, { profileId, id }: InvitationId): Promise<void> {
  await changeProfile(ctx, profileId, async (tx) => {
    await assertHolder(tx, ctx, profileId);
    const ofProfile = and(eq(invitations.id, id), eq(invitations.profileId, profileId));
    const [found] = await tx.select({ id: invitations.id }).from(invitations).where(ofProfile);
    if (!found) throw new AppError('NOT_FOUND');
    // What is settled stays as it is, whatever is asked of it.
    const cancelled = await tx
      .update(invitations)
      .set({ cancelledAt: sql`now()` })
      .where(ofProfile)
      .returning({ id: invitations.id });
    if (cancelled.length === 0) {
      throw new AppError('CONFLICT', { message: 'This invitation has been answered or cancelled already.' });
    }
    await audit(tx, { action: 'invitation_cancelled', resourceType: 'profile', resourceId: profileId });
  });
}
