import { AppError, type SignedInContext } from '@commons/api';
import { and, eq, sql } from 'drizzle-orm';
import { notices } from '../../db/schema/notices.ts';
import { changes } from '../changes.ts';
import type { NoticeId } from './schemas.ts';

/** Keeps that a notice was seen, and when first. */
export async function markNoticeRead(ctx: SignedInContext, { id }: NoticeId): Promise<void> {
  const [found] = await ctx.asUser((tx) =>
    tx
      .update(notices)
      .set({ readAt: sql`coalesce(${notices.readAt}, ${ctx.now().toISOString()}::timestamptz)` })
      .where(and(eq(notices.id, id), eq(notices.userId, ctx.user.id)))
      .returning({ id: notices.id }),
  );
  if (!found) throw new AppError('NOT_FOUND');
  changes.announce(ctx, {});
}
