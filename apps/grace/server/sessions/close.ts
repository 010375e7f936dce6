import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { extractSummary, type SummarySentence, type SummaryTurn } from '../../companion/summary.ts';
import { chatTurns } from '../../db/schema/chat-turns.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { sessionSummaries } from '../../db/schema/session-summaries.ts';
import { sessions } from '../../db/schema/sessions.ts';
import type { SessionId } from './schemas.ts';

/** Ends a session and writes its summary in the same transaction; one that has ended stays as it is. */
export async function closeSession(
  tx: Tx,
  ctx: SignedInContext,
  { profileId, id }: SessionId,
  byModel: SummarySentence[] = [],
): Promise<boolean> {
  const talkedUntil = ctx.now();
  const [session] = await tx
    .update(sessions)
    .set({ endedAt: talkedUntil })
    .where(and(eq(sessions.id, id), eq(sessions.profileId, profileId), isNull(sessions.endedAt)))
    .returning({ title: sessions.title, startedAt: sessions.startedAt });
  if (!session) return false;
  const { title, startedAt: talkedFrom } = session;
  // Whoever is writing one finds out when they next store something.
  await tx
    .update(chatTurns)
    .set({ status: 'stopped', leaseExpiresAt: null })
    .where(and(eq(chatTurns.sessionId, id), eq(chatTurns.status, 'streaming')));
  const [person] = await tx
    .select({ name: profiles.preferredName })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  const sentences =
    byModel.length > 0 ? byModel : extractSummary(person?.name ?? '', title, await readSummaryTurns(tx, id));
  const source = byModel.length > 0 ? 'model' : 'extract';
  await tx
    .insert(sessionSummaries)
    .values({ profileId, sessionId: id, title, talkedFrom, talkedUntil, sentences, source });
  return true;
}

/** The turns of a session as a summary reads them. */
export function readSummaryTurns(tx: Tx, sessionId: string): Promise<SummaryTurn[]> {
  return tx
    .select({ id: chatTurns.id, role: chatTurns.role, kind: chatTurns.kind, content: chatTurns.content })
    .from(chatTurns)
    .where(eq(chatTurns.sessionId, sessionId))
    .orderBy(asc(chatTurns.position));
}
