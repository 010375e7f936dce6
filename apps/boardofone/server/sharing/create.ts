import { randomBytes } from 'node:crypto';
import { AppError, hashToken, type SignedInContext } from '@commons/api';
import { audit, type Tx, uuidV7 } from '@commons/shared-db';
import { and, count, eq, sql } from 'drizzle-orm';
import { shareLinks } from '../../db/schema/share-links.ts';
import { changes } from '../changes.ts';
import { type LockedSession, lockSession } from '../engine/lock-session.ts';
import { memoToShare } from './memo-to-share.ts';
import type { CreateShareLink } from './schemas.ts';
import { standingMax, stands } from './stands.ts';

/** Makes a link to the memo of a session. Its token is told once and never stored. */
export async function createShareLink(
  ctx: SignedInContext,
  { sessionId, days }: CreateShareLink,
): Promise<{ id: string; token: string }> {
  const token = randomBytes(24).toString('base64url');
  const id = uuidV7();
  const userId = ctx.user.id;
  await ctx.asUser(async (tx) => {
    await refuseMany(tx, await lockSession(tx, userId, sessionId));
    const content = await memoToShare(tx, userId, sessionId);
    const expiresAt = sql`now() + ${days} * interval '1 day'`;
    await tx
      .insert(shareLinks)
      .values({ id, userId, sessionId, tokenHash: hashToken(token), content, expiresAt });
    await audit(tx, {
      action: 'memo_shared',
      resourceType: 'session',
      resourceId: sessionId,
      details: { linkId: id, days },
    });
  });
  changes.announce(ctx, {});
  return { id, token };
}

async function refuseMany(tx: Tx, { id, userId }: LockedSession): Promise<void> {
  const [row] = await tx
    .select({ standing: count() })
    .from(shareLinks)
    .where(and(eq(shareLinks.userId, userId), eq(shareLinks.sessionId, id), stands));
  if (row && row.standing >= standingMax) {
    throw new AppError('CONFLICT', {
      message: `${standingMax} links to this memo work already. End one of them first.`,
    });
  }
}
