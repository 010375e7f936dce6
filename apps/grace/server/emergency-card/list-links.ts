import type { SignedInContext } from '@commons/api';
import { and, count, desc, eq, sql } from 'drizzle-orm';
import { accessLog } from '../../db/schema/access-log.ts';
import { cardLinks } from '../../db/schema/card-links.ts';
import { assertHolder } from '../care/rights.ts';
import type { CardId, CardLink } from './schemas.ts';
import { standingMax, stands } from './stands.ts';

/** The links of a person's card: all that stand, and then the newest of those that are over; and how often each was opened. */
export function listLinks(ctx: SignedInContext, { profileId }: CardId): Promise<CardLink[]> {
  return ctx.asUser(async (tx) => {
    await assertHolder(tx, ctx, profileId);
    return (
      tx
        .select({
          id: cardLinks.id,
          createdAt: cardLinks.createdAt,
          expiresAt: cardLinks.expiresAt,
          revokedAt: cardLinks.revokedAt,
          isOver: sql<boolean>`${cardLinks.expiresAt} <= now()`,
          openings: count(accessLog.id),
        })
        .from(cardLinks)
        .leftJoin(
          accessLog,
          and(
            eq(accessLog.profileId, cardLinks.profileId),
            eq(accessLog.resourceId, cardLinks.id),
            eq(accessLog.via, 'link'),
          ),
        )
        .where(eq(cardLinks.profileId, profileId))
        .groupBy(cardLinks.id)
        // Not by id, which whoever makes a link chooses.
        .orderBy(desc(stands), desc(cardLinks.createdAt), desc(cardLinks.id))
        .limit(2 * standingMax)
    );
  });
}
