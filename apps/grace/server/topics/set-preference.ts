import type { SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { topicPreferences } from '../../db/schema/topic-preferences.ts';
import { keepPrivate } from '../care/keep-private.ts';
import type { SetPreference } from './schemas.ts';

/** Notes what the person likes to talk about or would rather not; the last word counts. */
export function setPreference(
  ctx: SignedInContext,
  { profileId, subject, preference }: SetPreference,
): Promise<void> {
  const isSubject =
    'words' in subject
      ? eq(topicPreferences.words, subject.words)
      : eq(topicPreferences.topicId, subject.topicId);
  return keepPrivate(ctx, profileId, async (tx) => {
    if (preference === null) {
      await tx.delete(topicPreferences).where(and(eq(topicPreferences.profileId, profileId), isSubject));
      return;
    }
    await tx
      .insert(topicPreferences)
      .values({ profileId, ...subject, preference })
      .onConflictDoUpdate({
        target: [
          topicPreferences.profileId,
          'words' in subject ? topicPreferences.words : topicPreferences.topicId,
        ],
        set: { preference },
      });
  });
}
