import type { SignedInContext } from '@commons/api';
import { and, desc, eq, sql } from 'drizzle-orm';
import { shareLinks } from '../../db/schema/share-links.ts';
import { readSession } from '../engine/lock-session.ts';
import type { SharedSession, ShareLink } from './schemas.ts';
import { standingMax, stands } from './stands.ts';

/** The links to the memo of a session: all that stand, and then the newest of those that are over. */
export function listShareLinks(ctx: SignedInContext, { sessionId }: SharedSession): Promise<ShareLink[]> {
  return ctx.asUser(async (tx) => {
    await readSession(tx, ctx.user.id, sessionId);
    return tx
      .select({
        id: shareLinks.id,
        createdAt: shareLinks.createdAt,
        expiresAt: shareLinks.expiresAt,
        revokedAt: shareLinks.revokedAt,
        isOver: sql<boolean>`${shareLinks.expiresAt} <= now()`,
      })
      .from(shareLinks)
      .where(and(eq(shareLinks.userId, ctx.user.id), eq(shareLinks.sessionId, sessionId)))
      .orderBy(desc(stands), desc(shareLinks.id))
      .limit(2 * standingMax);
  });
}
