import type { SignedInContext } from '@commons/api';
import { and, asc, eq } from 'drizzle-orm';
import { followUps } from '../../db/schema/follow-ups.ts';
import { formatUsd } from '../../money/usd.ts';
import { readSession } from '../engine/lock-session.ts';
import { followUpColumns } from './columns.ts';
import { moneyLeft } from './money-left.ts';
import type { FollowUps, FollowUpsOf } from './schemas.ts';

/** What was asked after a session, the oldest first. There are never more than one page of them. */
export function listFollowUps(ctx: SignedInContext, { sessionId }: FollowUpsOf): Promise<FollowUps> {
  return ctx.asUser(async (tx) => {
    const session = await readSession(tx, ctx.user.id, sessionId);
    const items = await tx
      .select(followUpColumns)
      .from(followUps)
      .where(and(eq(followUps.userId, ctx.user.id), eq(followUps.sessionId, sessionId)))
      .orderBy(asc(followUps.createdAt), asc(followUps.id));
    const left = await moneyLeft(tx, session);
    return { items, leftUsd: formatUsd(left > 0n ? left : 0n) };
  });
}
