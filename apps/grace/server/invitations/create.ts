import { AppError, hashToken, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { consentText, consentVersion } from '../../consent/consent-text.ts';
import { caregivers } from '../../db/schema/caregivers.ts';
import { invitations } from '../../db/schema/invitations.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { changeProfile } from '../care/change-profile.ts';
import { grantEnd } from '../care/grant-end.ts';
import { assertHolder } from '../care/rights.ts';
import { invitationColumns, toInvitation } from './columns.ts';
import { invitationMail } from './invitation-mail.ts';
import type { CreateInvitation, MadeInvitation } from './schemas.ts';
import { newToken } from './token.ts';

const expiresAfterMs = 7 * 24 * 60 * 60 * 1_000;

/** Invites one address to take part in a person's care; an earlier invitation of the same address that waits is cancelled. */
export async function createInvitation(
  ctx: SignedInContext,
  input: CreateInvitation,
): Promise<MadeInvitation> {
  const { lastDay, ...values } = input;
  const { profileId, email, name } = input;
  const token = newToken();
  const link = `${ctx.siteUrl}/grace/invitation#${token}`;
  const row = await changeProfile(ctx, profileId, async (tx) => {
    await assertHolder(tx, ctx, profileId);
    if (email === ctx.user.email.toLowerCase())
      throw refusedAddress('This is your own address. Invite somebody else.');
    await refuseCaregiver(tx, input);
    const profile = await profileFacts(tx, profileId);
    const endsAt = grantEnd(profile.timeZone, lastDay, ctx.now());
    await cancelEarlier(tx, input);
    const [made] = await tx
      .insert(invitations)
      .values({
        ...values,
        endsAt,
        tokenHash: hashToken(token),
        consentVersion,
        consentText: consentText({ ...profile, caregiverName: name, ...values, endsAt }),
        expiresAt: new Date(Math.min(ctx.now().getTime() + expiresAfterMs, endsAt.getTime() - 1)),
      })
      .onConflictDoNothing({ target: invitations.id })
      .returning(invitationColumns);
    if (!made) throw new AppError('CONFLICT', { message: 'This invitation has been made already.' });
    if (ctx.canMail) {
      await ctx.postMail(tx, invitationMail({ email, name, ...profile, link }), { key: made.id });
    }
    await audit(tx, { action: 'caregiver_invited', resourceType: 'profile', resourceId: profileId });
    return made;
  });
  return { invitation: toInvitation(row, ctx.now()), link: ctx.canMail ? null : link };
}

async function profileFacts(tx: Tx, profileId: string) {
  const [profile] = await tx
    .select({
      personName: profiles.fullName,
      holderName: profiles.holderName,
      basis: profiles.basis,
      timeZone: profiles.timeZone,
    })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  if (!profile) throw new AppError('NOT_FOUND');
  return profile;
}

async function refuseCaregiver(tx: Tx, { profileId, email }: CreateInvitation): Promise<void> {
  const [standing] = await tx
    .select({ id: caregivers.id })
    .from(invitations)
    .innerJoin(caregivers, eq(caregivers.id, invitations.caregiverId))
    .where(
      and(
        eq(invitations.profileId, profileId),
        eq(invitations.email, email),
        isNull(caregivers.endedAt),
        sql`${caregivers.endsAt} > now()`,
      ),
    );
  if (standing) throw refusedAddress('They take part already. Change what they may do instead.');
}

const cancelEarlier = (tx: Tx, { profileId, email }: CreateInvitation) =>
  tx
    .update(invitations)
    .set({ cancelledAt: sql`now()` })
    .where(
      and(
        eq(invitations.profileId, profileId),
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.declinedAt),
        isNull(invitations.cancelledAt),
      ),
    );

const refusedAddress = (message: string) =>
  new AppError('BAD_INPUT', { message, fields: { email: [message] } });
