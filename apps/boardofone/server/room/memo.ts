import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { memos } from '../../db/schema/memos.ts';
import type { RoomId } from './schemas.ts';

/** What the session came to, in writing. */
export async function readMemo(ctx: SignedInContext, { id }: RoomId) {
  const { id: memoId, body, minority, baseline, createdAt } = memos;
  const [memo] = await ctx.asUser((tx) =>
    tx
      .select({ id: memoId, body, minority, baseline, createdAt })
      .from(memos)
      .where(and(eq(memos.userId, ctx.user.id), eq(memos.sessionId, id))),
  );
  if (!memo) throw new AppError('NOT_FOUND');
  return memo;
}
