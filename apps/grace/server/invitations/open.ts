import { AppError, hashToken, type SignedInContext } from '@commons/api';
import { sql } from 'drizzle-orm';
import { OpenedInvitation, type OpenInvitation } from './schemas.ts';

/** What the invited read before they answer. Whoever has the link without the address learns nothing of it. */
export async function openInvitation(
  ctx: SignedInContext,
  { token }: OpenInvitation,
): Promise<OpenedInvitation> {
  const [row] = await ctx.asUser((tx) =>
    tx.execute(sql`
      select person_name as "personName", granted_by_name as "grantedByName", basis, name, level, to_jsonb(scopes) as scopes, ends_at as "endsAt",
        expires_at as "expiresAt", consent_text as "consentText", consent_hash as "consentHash"
      from grace.open_invitation(${hashToken(token)})`),
  );
  if (!row) throw notForYou(ctx);
  const { endsAt, expiresAt, ...facts } = row;
  return OpenedInvitation.parse({
    ...facts,
    endsAt: new Date(String(endsAt)),
    expiresAt: new Date(String(expiresAt)),
  });
}

/** One answer for every reason, so that a link found by somebody else tells them nothing. */
export const notForYou = (ctx: SignedInContext): AppError =>
  new AppError('NOT_FOUND', {
    message: `No invitation for ${ctx.user.email} waits behind this link. It may be for another address, or it has been answered, cancelled or has run out. Sign in with the address that it was sent to, or ask for another one.`,
  });
