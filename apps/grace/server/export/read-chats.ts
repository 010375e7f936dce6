import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { asc, eq } from 'drizzle-orm';
import type { CareScope } from '../../care/schemas.ts';
import { chatTurns } from '../../db/schema/chat-turns.ts';
import { sessionSummaries } from '../../db/schema/session-summaries.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { openRecord } from '../care/open-record.ts';

/** Summaries, and with their own scope the conversations word by word. */
export async function readChats(
  tx: Tx,
  ctx: SignedInContext,
  profileId: string,
  scopes: readonly CareScope[],
) {
  const has = (scope: CareScope) => scopes.includes(scope);
  for (const resource of ['chat_summaries', 'chat_transcripts'] as const) {
    if (has(resource)) await openRecord(tx, ctx, { profileId, resource, via: 'export' });
  }
  const summaries = tx.select().from(sessionSummaries).where(eq(sessionSummaries.profileId, profileId));
  const conversations = tx.select().from(sessions).where(eq(sessions.profileId, profileId));
  const turns = tx.select().from(chatTurns).where(eq(chatTurns.profileId, profileId));
  return {
    chatSummaries: has('chat_summaries') ? await summaries.orderBy(asc(sessionSummaries.id)) : undefined,
    chats: has('chat_transcripts') ? await conversations.orderBy(asc(sessions.id)) : undefined,
    chatTurns: has('chat_transcripts')
      ? await turns.orderBy(asc(chatTurns.sessionId), asc(chatTurns.position))
      : undefined,
  };
}
