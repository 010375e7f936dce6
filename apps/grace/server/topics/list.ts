import type { SignedInContext } from '@commons/api';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { topicPreferences } from '../../db/schema/topic-preferences.ts';
import { topics } from '../../db/schema/topics.ts';
import { assertHolder } from '../care/rights.ts';
import type { ProfileTopics, TopicList } from './schemas.ts';

/** All topics with what the person thinks of them, and what they added in their own words. */
export function listTopics(ctx: SignedInContext, { profileId }: ProfileTopics): Promise<TopicList> {
  return ctx.asUser(async (tx) => {
    await assertHolder(tx, ctx, profileId);
    const listed = await tx
      .select({ id: topics.id, title: topics.title, preference: topicPreferences.preference })
      .from(topics)
      .leftJoin(
        topicPreferences,
        and(eq(topicPreferences.topicId, topics.id), eq(topicPreferences.profileId, profileId)),
      )
      .orderBy(asc(topics.title));
    const own = await tx
      .select({ words: topicPreferences.words, preference: topicPreferences.preference })
      .from(topicPreferences)
      .where(and(eq(topicPreferences.profileId, profileId), isNotNull(topicPreferences.words)))
      .orderBy(asc(topicPreferences.words));
    return { topics: listed, own: own.map(({ words, preference }) => ({ words: words ?? '', preference })) };
  });
}
