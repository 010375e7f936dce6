import type { SignedInContext } from '@commons/api';
import { and, eq, isNull } from 'drizzle-orm';
import { notices } from '../../db/schema/notices.ts';

/** More than that is as good as many. */
const most = 100;

/** How many notices the caller has not read; at most a hundred. */
export async function unreadNotices(ctx: SignedInContext): Promise<number> {
  const rows = await ctx.asUser((tx) =>
    tx
      .select({ id: notices.id })
      .from(notices)
      .where(and(eq(notices.userId, ctx.user.id), eq(notices.status, 'sent'), isNull(notices.readAt)))
      .limit(most),
  );
  return rows.length;
}
