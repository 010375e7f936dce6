import type { SignedInContext } from '@commons/api';
import { and, eq, isNull } from 'drizzle-orm';
import { notices } from '../../db/schema/notices.ts';
import { changes } from '../changes.ts';

/** Everything that the caller has been told is read from now on. */
export async function markNoticesRead(ctx: SignedInContext): Promise<void> {
  await ctx.asUser((tx) =>
    tx
      .update(notices)
      .set({ readAt: ctx.now() })
      .where(and(eq(notices.userId, ctx.user.id), eq(notices.status, 'sent'), isNull(notices.readAt))),
  );
  changes.announce(ctx);
}
