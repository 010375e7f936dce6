import { AppError, type SignedInContext } from '@commons/api';
import { and, asc, eq } from 'drizzle-orm';
import { chatTurns } from '../../db/schema/chat-turns.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { openRecord } from '../care/open-record.ts';
import { turnColumns } from '../turns/columns.ts';
import { sessionColumns } from './columns.ts';
import type { Session, SessionId } from './schemas.ts';

/** A session with all that was said; somebody else's reading of it stands in the access log. */
export function sessionById(ctx: SignedInContext, { profileId, id }: SessionId): Promise<Session> {
  return ctx.asUser(async (tx) => {
    await openRecord(tx, ctx, { profileId, resource: 'chat_transcripts', resourceId: id });
    const [session] = await tx
      .select(sessionColumns)
      .from(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.profileId, profileId)));
    if (!session) throw new AppError('NOT_FOUND');
    const turns = await tx
      .select(turnColumns)
      .from(chatTurns)
      .where(and(eq(chatTurns.sessionId, id), eq(chatTurns.profileId, profileId)))
      .orderBy(asc(chatTurns.position));
    return { ...session, turns };
  });
}
