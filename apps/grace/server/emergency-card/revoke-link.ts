import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { cardLinks } from '../../db/schema/card-links.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertHolder } from '../care/rights.ts';
import type { LinkId } from './schemas.ts';

/** Ends a link at once. */
export function revokeLink(ctx: SignedInContext, { profileId, id }: LinkId): Promise<void> {
  return changeProfile(ctx, profileId, async (tx) => {
    await assertHolder(tx, ctx, profileId);
    const revoked = await tx
      .update(cardLinks)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(cardLinks.id, id), eq(cardLinks.profileId, profileId), isNull(cardLinks.revokedAt)))
      .returning({ id: cardLinks.id });
    if (revoked.length === 0) throw new AppError('NOT_FOUND');
    await audit(tx, { action: 'card_link_revoked', resourceType: 'card_link', resourceId: id });
  });
}
