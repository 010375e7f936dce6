import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { asc, eq, sql } from 'drizzle-orm';
import { lifeStoryEntries } from '../../db/schema/life-story-entries.ts';
import { assertHolder } from '../care/rights.ts';
import type { ProfileStory, StoryEntry } from './schemas.ts';

/** A person's life story, in the order of the years. */
export function listStory(ctx: SignedInContext, { profileId }: ProfileStory): Promise<StoryEntry[]> {
  return ctx.asUser(async (tx) => {
    await assertHolder(tx, ctx, profileId);
    return readStory(tx, profileId);
  });
}

export function readStory(tx: Tx, profileId: string): Promise<StoryEntry[]> {
  return tx
    .select({
      id: lifeStoryEntries.id,
      text: lifeStoryEntries.text,
      people: lifeStoryEntries.people,
      fromYear: lifeStoryEntries.fromYear,
      toYear: lifeStoryEntries.toYear,
      source: lifeStoryEntries.source,
      version: lifeStoryEntries.version,
    })
    .from(lifeStoryEntries)
    .where(eq(lifeStoryEntries.profileId, profileId))
    .orderBy(sql`${lifeStoryEntries.fromYear} nulls last`, asc(lifeStoryEntries.id))
    .limit(300);
}
