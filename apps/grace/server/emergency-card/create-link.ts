import { randomBytes } from 'node:crypto';
import type { SignedInContext } from '@commons/api';
import { hashToken } from '@commons/api';
import { audit, uuidV7 } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { cardLinks } from '../../db/schema/card-links.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertHolder } from '../care/rights.ts';
import type { CreateLink } from './schemas.ts';

/** Makes a link. Its token is told once and never stored. */
export function createLink(
  ctx: SignedInContext,
  { profileId, days }: CreateLink,
): Promise<{ token: string }> {
  const token = randomBytes(24).toString('base64url');
  const id = uuidV7();
  return changeProfile(ctx, profileId, async (tx) => {
    await assertHolder(tx, ctx, profileId);
    const expiresAt = sql`now() + ${days} * interval '1 day'`;
    await tx.insert(cardLinks).values({ id, profileId, tokenHash: hashToken(token), expiresAt });
    await audit(tx, { action: 'card_link_created', resourceType: 'card_link', resourceId: id });
    return { token };
  });
}
