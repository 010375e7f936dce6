import type { SignedInContext } from '@commons/api';
import { desc, eq, sql } from 'drizzle-orm';
import { calendarFeeds } from '../../db/schema/calendar-feeds.ts';
import { assertHolder } from '../care/rights.ts';
import type { Feed, FeedsOfProfile } from './schemas.ts';

/** A person's calendars, without what leads to them. */
export async function listFeeds(ctx: SignedInContext, { profileId }: FeedsOfProfile): Promise<Feed[]> {
  const rows = await ctx.asUser(async (tx) => {
    await assertHolder(tx, ctx, profileId);
    return (
      tx
        .select({
          id: calendarFeeds.id,
          name: calendarFeeds.name,
          isDiscreet: calendarFeeds.isDiscreet,
          createdAt: calendarFeeds.createdAt,
          revokedAt: calendarFeeds.revokedAt,
        })
        .from(calendarFeeds)
        .where(eq(calendarFeeds.profileId, profileId))
        // All that work, so that each can be ended, and then the newest of the others.
        .orderBy(sql`${calendarFeeds.revokedAt} is not null`, desc(calendarFeeds.createdAt))
        .limit(50)
    );
  });
  return rows.map(({ createdAt, revokedAt, ...feed }) => ({
    ...feed,
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
}
