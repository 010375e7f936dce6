import { randomBytes } from 'node:crypto';
import type { SignedInContext } from '@commons/api';
import { hashToken } from '@commons/api';
import { audit, uuidV7 } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { shareLinks } from '../../db/schema/share-links.ts';
import { changes } from '../changes.ts';
import { memoToShare } from './memo-to-share.ts';
import type { CreateShareLink } from './schemas.ts';

/** Makes a link to the memo of a session. Its token is told once and never stored. */
export async function createShareLink(
  ctx: SignedInContext,
  { sessionId, days }: CreateShareLink,
): Promise<{ token: string }> {
  const token = randomBytes(24).toString('base64url');
  const id = uuidV7();
  const userId = ctx.user.id;
  await ctx.asUser(async (tx) => {
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
  return { token };
}
