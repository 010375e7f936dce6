import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { lifeStoryEntries } from '../../db/schema/life-story-entries.ts';
import { keepPrivate } from '../care/keep-private.ts';
import type { StoryEntryId } from './schemas.ts';

/** Takes an entry out; the page offers to put it back, which adds it again. */
export function removeStoryEntry(ctx: SignedInContext, { profileId, id }: StoryEntryId): Promise<void> {
  return keepPrivate(ctx, profileId, async (tx) => {
    const removed = await tx
      .delete(lifeStoryEntries)
      .where(and(eq(lifeStoryEntries.id, id), eq(lifeStoryEntries.profileId, profileId)))
      .returning({ id: lifeStoryEntries.id });
    if (removed.length === 0) throw new AppError('NOT_FOUND');
  });
}
