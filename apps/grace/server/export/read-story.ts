import type { Tx } from '@commons/shared-db';
import { asc, eq } from 'drizzle-orm';
import { lifeStoryEntries } from '../../db/schema/life-story-entries.ts';
import { topicPreferences } from '../../db/schema/topic-preferences.ts';

/** What the companion knows of a person's life, and what they like to talk about; the holder's alone. */
export async function readStory(tx: Tx, profileId: string) {
  return {
    lifeStory: await tx
      .select()
      .from(lifeStoryEntries)
      .where(eq(lifeStoryEntries.profileId, profileId))
      .orderBy(asc(lifeStoryEntries.id)),
    topicPreferences: await tx
      .select()
      .from(topicPreferences)
      .where(eq(topicPreferences.profileId, profileId))
      .orderBy(asc(topicPreferences.id)),
  };
}
