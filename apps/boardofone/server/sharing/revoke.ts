import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { shareLinks } from '../../db/schema/share-links.ts';
import { changes } from '../changes.ts';
import type { ShareLinkId } from './schemas.ts';

/** Ends a link at once. */
export async function revokeShareLink(ctx: SignedInContext, { id }: ShareLinkId): Promise<void> {
  await ctx.asUser(async (tx) => {
    const [revoked] = await tx
      .update(shareLinks)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(shareLinks.id, id), eq(shareLinks.userId, ctx.user.id), isNull(shareLinks.revokedAt)))
      .returning({ sessionId: shareLinks.sessionId });
    if (!revoked) throw new AppError('NOT_FOUND');
    await audit(tx, {
      action: 'memo_share_revoked',
      resourceType: 'session',
      resourceId: revoked.sessionId,
      details: { linkId: id },
    });
  });
  changes.announce(ctx, {});
}
