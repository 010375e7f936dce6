import { AppError, hashToken, lockCaller, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, count, eq, isNull } from 'drizzle-orm';
import { calendarFeeds } from '../../db/schema/calendar-feeds.ts';
import { assertHolder } from '../care/rights.ts';
import { calendarFacts, calendarText } from './calendar-of.ts';
import type { CreateFeed, NewFeed } from './schemas.ts';
import { fileOf, newSecret } from './secret.ts';

const feedsMax = 10;

/** Makes a calendar of a person's doses. Whoever has its address can read it, so only the holder makes one. */
export async function createFeed(ctx: SignedInContext, input: CreateFeed): Promise<NewFeed> {
  const { id, profileId, name, isDiscreet } = input;
  const secret = newSecret();
  const now = ctx.now();
  await ctx.asUser(async (tx) => {
    await assertHolder(tx, ctx, profileId);
    await lockCaller(tx, ctx);
    const [standing] = await tx
      .select({ feeds: count() })
      .from(calendarFeeds)
      .where(and(eq(calendarFeeds.profileId, profileId), isNull(calendarFeeds.revokedAt)));
    if ((standing?.feeds ?? 0) >= feedsMax) {
      throw new AppError('CONFLICT', {
        message: `There are ${feedsMax} calendars already. End one of them first.`,
      });
    }
    const facts = await calendarFacts(tx, profileId, now);
    if (!facts) throw new AppError('NOT_FOUND');
    const content = calendarText(facts, isDiscreet);
    const made = await tx
      .insert(calendarFeeds)
      .values({
        id,
        profileId,
        name,
        isDiscreet,
        secretHash: hashToken(secret),
        content,
        contentAt: now,
      })
      .onConflictDoNothing({ target: calendarFeeds.id })
      .returning({ id: calendarFeeds.id });
    // Its address is kept nowhere: who has not got it makes another calendar.
    if (made.length === 0) {
      throw new AppError('CONFLICT', {
        message:
          'This calendar has been made already. If you do not have its address, end it and make another.',
      });
    }
    await audit(tx, { action: 'calendar_feed_created', resourceType: 'calendar_feed', resourceId: id });
  });
  return { id, url: `${ctx.siteUrl}/grace/feeds/${fileOf(id, secret)}` };
}
