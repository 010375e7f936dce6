import type { SignedInContext } from '@commons/api';
import { hashToken } from '@commons/api';
import { audit } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { announceTo } from '../care/announce-to.ts';
import { notForYou } from './open.ts';
import type { OpenInvitation } from './schemas.ts';

/** Says no to an invitation; nothing of the record has been seen. */
export async function declineInvitation(ctx: SignedInContext, { token }: OpenInvitation): Promise<void> {
  const inviter = await ctx.asUser(async (tx) => {
    const [row] = await tx.execute<{ inviter: string | null }>(
      sql`select grace.decline_invitation(${hashToken(token)}) as inviter`,
    );
    if (!row?.inviter) throw notForYou(ctx);
    await audit(tx, { action: 'invitation_declined', resourceType: 'invitation' });
    return row.inviter;
  });
  announceTo(ctx, [inviter]);
}
