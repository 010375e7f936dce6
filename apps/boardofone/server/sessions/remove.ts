import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';
import { isOver } from '../../deliberation/states.ts';
import { changes } from '../changes.ts';
import { lockSession } from '../engine/lock-session.ts';
import type { SessionId } from './schemas.ts';

/** Deletes a session with everything in it; the audit log alone remembers that there was one. What runs is ended first. */
export async function removeSession(ctx: SignedInContext, { id }: SessionId): Promise<void> {
  await ctx.asUser(async (tx) => {
    const { status } = await lockSession(tx, ctx.user.id, id);
    if (!isOver(status)) {
      throw new AppError('CONFLICT', {
        message: 'This session is not over. End it first; then you can delete it.',
      });
    }
    const [fork] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.forkedFrom, id), eq(sessions.userId, ctx.user.id)))
      .limit(1);
    if (fork) {
      throw new AppError('CONFLICT', {
        message: 'A what-if begins from this session. Delete the what-if first.',
      });
    }
    await tx.delete(sessions).where(and(eq(sessions.id, id), eq(sessions.userId, ctx.user.id)));
    await audit(tx, { action: 'session_deleted', resourceType: 'session', resourceId: id });
  });
  changes.announce(ctx, {});
}
