import type { SignedInContext } from '@commons/api';
import { desc, eq, sql } from 'drizzle-orm';
import { invitations } from '../../db/schema/invitations.ts';
import { assertHolder } from '../care/rights.ts';
import type { OfProfile } from '../care/schemas.ts';
import { invitationColumns, toInvitation } from './columns.ts';
import type { Invitation } from './schemas.ts';

/** Whom the holder invited lately, and what became of it. */
export async function listInvitations(ctx: SignedInContext, { profileId }: OfProfile): Promise<Invitation[]> {
  const rows = await ctx.asUser(async (tx) => {
    await assertHolder(tx, ctx, profileId);
    return (
      tx
        .select(invitationColumns)
        .from(invitations)
        .where(eq(invitations.profileId, profileId))
        // Those that wait come first, so that each can be cancelled; not by id, which whoever invites chooses.
        .orderBy(desc(isPending), desc(invitations.createdAt), desc(invitations.id))
        .limit(50)
    );
  });
  return rows.map((row) => toInvitation(row, ctx.now()));
}

const isPending = sql<boolean>`(num_nonnulls(${invitations.acceptedAt}, ${invitations.declinedAt}, ${invitations.cancelledAt}) = 0
  and ${invitations.expiresAt} > now())`;
