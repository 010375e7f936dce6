import type { SignedInContext } from '@commons/api';
import { sql } from 'drizzle-orm';
import { handoverMarks } from '../../db/schema/handover-marks.ts';
import { rightsTo } from '../care/rights.ts';
import { changes } from '../changes.ts';
import type { MarkRead } from './schemas.ts';

/** Moves the caller's own mark forward; never back, and never beyond now. */
export async function markRead(ctx: SignedInContext, { profileId, until }: MarkRead): Promise<void> {
  const readUntil = new Date(Math.min(Date.parse(until), ctx.now().getTime()));
  await ctx.asUser(async (tx) => {
    await rightsTo(tx, ctx, profileId);
    await tx
      .insert(handoverMarks)
      .values({ profileId, userId: ctx.user.id, readUntil })
      .onConflictDoUpdate({
        target: [handoverMarks.profileId, handoverMarks.userId],
        set: { readUntil: sql`greatest(${handoverMarks.readUntil}, excluded.read_until)` },
      });
  });
  changes.announce(ctx, { profileId });
}
