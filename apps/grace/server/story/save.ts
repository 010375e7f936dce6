import { AppError, type SignedInContext } from '@commons/api';
import { and, eq, sql } from 'drizzle-orm';
import { lifeStoryEntries } from '../../db/schema/life-story-entries.ts';
import { keepPrivate } from '../care/keep-private.ts';
import type { SaveStoryEntry } from './schemas.ts';

/** Adds an entry, or changes one that nobody has changed since `version` was read. */
export function saveStoryEntry(ctx: SignedInContext, input: SaveStoryEntry): Promise<void> {
  const { id, profileId, version, ...content } = input;
  const isEntry = and(eq(lifeStoryEntries.id, id), eq(lifeStoryEntries.profileId, profileId));
  return keepPrivate(ctx, profileId, async (tx) => {
    if (version === undefined) {
      await tx
        .insert(lifeStoryEntries)
        .values({ id, profileId, ...content })
        .onConflictDoNothing({ target: lifeStoryEntries.id });
      // An id that is taken is the same entry sent again, or somebody else's.
      const [added] = await tx.select({ id: lifeStoryEntries.id }).from(lifeStoryEntries).where(isEntry);
      if (!added) throw new AppError('NOT_FOUND');
      return;
    }
    const saved = await tx
      .update(lifeStoryEntries)
      .set({ ...content, version: sql`${lifeStoryEntries.version} + 1` })
      .where(and(isEntry, eq(lifeStoryEntries.version, version)))
      .returning({ id: lifeStoryEntries.id });
    if (saved.length > 0) return;
    const [there] = await tx.select({ id: lifeStoryEntries.id }).from(lifeStoryEntries).where(isEntry);
    throw new AppError(there ? 'STALE_VERSION' : 'NOT_FOUND');
  });
}
