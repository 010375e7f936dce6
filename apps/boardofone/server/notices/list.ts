import type { SignedInContext } from '@commons/api';
import { and, desc, eq } from 'drizzle-orm';
import { notices } from '../../db/schema/notices.ts';
import { sessions } from '../../db/schema/sessions.ts';
import type { Notice } from './schemas.ts';

const shownMax = 20;

/** What the person was told, the newest first. */
export function listNotices(ctx: SignedInContext): Promise<Notice[]> {
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
      .where(eq(notices.userId, ctx.user.id))
      .orderBy(desc(notices.createdAt), desc(notices.id))
      .limit(shownMax),
  );
}
