import type { Tx } from '@commons/shared-db';
import { asc, eq } from 'drizzle-orm';
import type { SuggestionMaterial } from '../../companion/suggest.ts';
import { activities } from '../../db/schema/activities.ts';
import { topicPreferences } from '../../db/schema/topic-preferences.ts';
import { topics } from '../../db/schema/topics.ts';
import { readStory } from '../story/list.ts';

/** Everything that suggestions and conversations of one person are made from. */
export async function readMaterial(tx: Tx, profileId: string): Promise<SuggestionMaterial> {
  return {
    topics: await tx
      .select({
        id: topics.id,
        title: topics.title,
        keywords: topics.keywords,
        openers: topics.openers,
        questions: topics.questions,
      })
      .from(topics)
      .orderBy(asc(topics.id)),
    activities: await tx
      .select({
        id: activities.id,
        topicId: activities.topicId,
        title: activities.title,
        invitation: activities.invitation,
      })
      .from(activities)
      .orderBy(asc(activities.id)),
    preferences: await tx
      .select({
        topicId: topicPreferences.topicId,
        words: topicPreferences.words,
        preference: topicPreferences.preference,
      })
      .from(topicPreferences)
      .where(eq(topicPreferences.profileId, profileId)),
    story: await readStory(tx, profileId),
  };
}
