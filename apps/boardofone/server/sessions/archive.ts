import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';
import { changes } from '../changes.ts';
import type { ArchiveSession } from './schemas.ts';

/** Puts a session out of the list, or back into it; what it is at goes on either way. */
export async function archiveSession(
  ctx: SignedInContext,
  { id, isArchived }: ArchiveSession,
): Promise<void> {
  const changed = await ctx.asUser((tx) =>
    tx
      .update(sessions)
      .set({ archivedAt: isArchived ? ctx.now() : null })
      .where(and(eq(sessions.id, id), eq(sessions.userId, ctx.user.id)))
      .returning({ id: sessions.id }),
  );
  if (changed.length === 0) throw new AppError('NOT_FOUND');
  changes.announce(ctx, {});
}
