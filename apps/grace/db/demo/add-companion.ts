import { type Tx, uuidV7 } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { chatTurns } from '../schema/chat-turns.ts';
import { lifeStoryEntries } from '../schema/life-story-entries.ts';
import { sessionSummaries } from '../schema/session-summaries.ts';
import { sessions } from '../schema/sessions.ts';
import { topicPreferences } from '../schema/topic-preferences.ts';
import { demoPreferences, demoSessions, demoStory } from './companion.ts';

/** A life story, likes and dislikes, and a few conversations, unless there is a life story already. */
export async function addCompanion(tx: Tx, profileId: string, now: number): Promise<void> {
  const [any] = await tx
    .select({ id: lifeStoryEntries.id })
    .from(lifeStoryEntries)
    .where(eq(lifeStoryEntries.profileId, profileId))
    .limit(1);
  if (any) return;
  await tx
    .insert(lifeStoryEntries)
    .values(demoStory.map((entry) => ({ ...entry, people: [...entry.people], profileId })));
  await tx.insert(topicPreferences).values(demoPreferences.map((one) => ({ ...one, profileId })));
  for (const session of demoSessions) await addSession(tx, profileId, session, now);
}

async function addSession(
  tx: Tx,
  profileId: string,
  { topicId, title, daysAgo, minutes, isShared, turns, summary }: (typeof demoSessions)[number],
  now: number,
): Promise<void> {
  const id = uuidV7();
  const startedAt = new Date(now - daysAgo * 86_400_000);
  const endedAt = new Date(startedAt.getTime() + minutes * 60_000);
  await tx.insert(sessions).values({ id, profileId, topicId, title, startedAt });
  await tx.update(sessions).set({ endedAt }).where(eq(sessions.id, id));
  const rows = turns.map(({ role, content, choices = [] }, index) => ({
    id: uuidV7(),
    profileId,
    sessionId: id,
    position: index + 1,
    role,
    kind: index === 0 ? ('opening' as const) : ('talk' as const),
    content,
    choices: [...choices],
    status: 'complete' as const,
  }));
  await tx.insert(chatTurns).values(rows);
  const sentences = summary.map(({ text, turns: numbers }) => ({
    text,
    turnIds: numbers.flatMap((number) => rows[number - 1]?.id ?? []),
  }));
  const what = { profileId, sessionId: id, title, talkedFrom: startedAt, talkedUntil: endedAt };
  await tx.insert(sessionSummaries).values({ ...what, sentences, source: 'extract' });
  if (!isShared) return;
  await tx
    .update(sessionSummaries)
    .set({ seenAt: endedAt, sharedAt: endedAt })
    .where(eq(sessionSummaries.sessionId, id));
}
