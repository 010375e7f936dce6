import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { eq, sql } from 'drizzle-orm';
import { calendarFeeds } from '../../db/schema/calendar-feeds.ts';
import type { FeedId } from './schemas.ts';

/** From now on the address leads nowhere. Once more does nothing. */
export async function revokeFeed(ctx: SignedInContext, { id }: FeedId): Promise<void> {
  await ctx.asUser(async (tx) => {
    const revoked = await tx
      .update(calendarFeeds)
      .set({
        revokedAt: sql`coalesce(${calendarFeeds.revokedAt}, ${ctx.now().toISOString()}::timestamptz)`,
        content: '',
      })
      .where(eq(calendarFeeds.id, id))
      .returning({ id: calendarFeeds.id });
    if (revoked.length === 0) throw new AppError('NOT_FOUND');
    await audit(tx, { action: 'calendar_feed_revoked', resourceType: 'calendar_feed', resourceId: id });
  });
}
