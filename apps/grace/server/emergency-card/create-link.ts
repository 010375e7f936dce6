import { randomBytes } from 'node:crypto';
import { AppError, hashToken, lockCaller, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, count, eq, sql } from 'drizzle-orm';
import { cardLinks } from '../../db/schema/card-links.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertHolder } from '../care/rights.ts';
import type { CreateLink } from './schemas.ts';
import { standingMax, stands } from './stands.ts';

/** Makes a link, once however often it is sent. Its token is told once and never stored. */
export function createLink(
  ctx: SignedInContext,
  { profileId, id, days }: CreateLink,
): Promise<{ token: string }> {
  const token = randomBytes(24).toString('base64url');
  return changeProfile(ctx, profileId, async (tx) => {
    await assertHolder(tx, ctx, profileId);
    await lockCaller(tx, ctx);
    const expiresAt = sql`now() + ${days} * interval '1 day'`;
    const made = await tx
      .insert(cardLinks)
      .values({ id, profileId, tokenHash: hashToken(token), expiresAt })
      .onConflictDoNothing({ target: cardLinks.id })
      .returning({ id: cardLinks.id });
    if (made.length === 0) {
      throw new AppError('CONFLICT', {
        message: 'This link has been made already. If you do not have it, end it and make another.',
      });
    }
    await refuseMany(tx, profileId);
    await audit(tx, { action: 'card_link_created', resourceType: 'card_link', resourceId: id });
    return { token };
  });
}

/** Counts the new one, so that sending it again is answered as before. */
async function refuseMany(tx: Tx, profileId: string): Promise<void> {
  const [row] = await tx
    .select({ standing: count() })
    .from(cardLinks)
    .where(and(eq(cardLinks.profileId, profileId), stands));
  if ((row?.standing ?? 0) > standingMax)
    throw new AppError('CONFLICT', {
      message: `${standingMax} links to this card work already. End one of them first.`,
    });
}
