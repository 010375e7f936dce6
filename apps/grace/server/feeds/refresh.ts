import type { RunInContext } from '@commons/api';
import { and, eq, isNull } from 'drizzle-orm';
import { calendarFeeds } from '../../db/schema/calendar-feeds.ts';
import { calendarFacts, calendarText } from './calendar-of.ts';

/** Writes a person's calendars again where they say something new. */
export async function refreshFeeds(asUser: RunInContext, profileId: string, now: Date): Promise<void> {
  const standing = and(eq(calendarFeeds.profileId, profileId), isNull(calendarFeeds.revokedAt));
  await asUser(async (tx) => {
    const feeds = await tx
      .select({
        id: calendarFeeds.id,
        isDiscreet: calendarFeeds.isDiscreet,
        content: calendarFeeds.content,
      })
      .from(calendarFeeds)
      .where(standing);
    const facts = feeds.length > 0 && (await calendarFacts(tx, profileId, now));
    if (!facts) return;
    for (const { id, isDiscreet, content: before } of feeds) {
      const content = calendarText(facts, isDiscreet);
      if (content === before) continue;
      await tx
        .update(calendarFeeds)
        .set({ content, contentAt: now })
        .where(and(eq(calendarFeeds.id, id), standing));
    }
  });
}
