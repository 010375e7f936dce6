import type { SignedInContext } from '@commons/api';
import { and, desc, eq, lt } from 'drizzle-orm';
import { notices } from '../../db/schema/notices.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { type ListNotices, type Notice, noticesOnPage } from './schemas.ts';

/** What the person was told, the newest first, a page at a time. Ids sort by the time at which they were made. */
export function listNotices(ctx: SignedInContext, { cursor }: ListNotices): Promise<Notice[]> {
  return ctx.asUser((tx) =>
    tx
      .select({
        id: notices.id,
        sessionId: notices.sessionId,
        problem: sessions.problem,
        whatIf: sessions.forkChange,
        kind: notices.kind,
        reason: notices.reason,
        createdAt: notices.createdAt,
        readAt: notices.readAt,
      })
      .from(notices)
      .innerJoin(sessions, and(eq(sessions.id, notices.sessionId), eq(sessions.userId, notices.userId)))
      .where(and(eq(notices.userId, ctx.user.id), cursor ? lt(notices.id, cursor) : undefined))
      .orderBy(desc(notices.id))
      .limit(noticesOnPage),
  );
}
