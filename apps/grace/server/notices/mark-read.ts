import type { SignedInContext } from '@commons/api';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { notices } from '../../db/schema/notices.ts';
import { changes } from '../changes.ts';
import type { MarkNoticesRead } from './schemas.ts';

/** Everything that the caller has been told until then is read from now on. */
export async function markNoticesRead(ctx: SignedInContext, { until }: MarkNoticesRead): Promise<void> {
  await ctx.asUser((tx) =>
    tx
      .update(notices)
      .set({ readAt: ctx.now() })
      .where(
        and(
          eq(notices.userId, ctx.user.id),
          eq(notices.status, 'sent'),
          isNull(notices.readAt),
          // What reads it knows of no less than a thousandth of a second.
          lt(notices.sentAt, new Date(Date.parse(until) + 1)),
        ),
      ),
  );
  changes.announce(ctx);
}
