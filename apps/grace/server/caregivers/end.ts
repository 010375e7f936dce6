import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { consentVersion, endText } from '../../consent/consent-text.ts';
import { invitations } from '../../db/schema/invitations.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertHolder } from '../care/rights.ts';
import { endedMail } from './ended-mail.ts';
import { partiesTo } from './parties-to.ts';
import type { CaregiverId } from './schemas.ts';

/** Ends a grant at once: the holder anybody's, a caregiver their own. Whoever did not end it themselves is told by mail. */
export async function endGrant(ctx: SignedInContext, input: CaregiverId): Promise<void> {
  const { profileId, id } = input;
  await changeProfile(ctx, profileId, async (tx) => {
    const parties = await partiesTo(tx, input);
    const isOwn = parties.caregiverUserId === ctx.user.id;
    if (!isOwn) await assertHolder(tx, ctx, profileId);
    const text = endText({ ...parties, by: isOwn ? parties.caregiverName : parties.holderName });
    const [row] = await tx.execute<{ ended: boolean }>(
      sql`select grace.end_grant(${id}::uuid, ${consentVersion}, ${text}) as ended`,
    );
    if (!row?.ended) throw new AppError('CONFLICT', { message: 'This has ended already.' });
    const action = isOwn ? 'care_left' : 'grant_ended';
    await audit(tx, { action, resourceType: 'caregiver', resourceId: id });
    if (!isOwn && ctx.canMail) await tell(tx, ctx, { ...input, ...parties });
  });
}

type Ended = CaregiverId & Awaited<ReturnType<typeof partiesTo>>;

/** To the address that was invited. Where no more mail may be posted, the grant has ended all the same. */
async function tell(tx: Tx, ctx: SignedInContext, { id, profileId, ...parties }: Ended): Promise<void> {
  const [accepted] = await tx
    .select({ email: invitations.email })
    .from(invitations)
    .where(
      and(
        eq(invitations.caregiverId, id),
        eq(invitations.profileId, profileId),
        isNotNull(invitations.acceptedAt),
      ),
    );
  if (!accepted) return;
  const mail = endedMail({ ...parties, email: accepted.email, siteUrl: ctx.siteUrl });
  try {
    await tx.transaction((part) => ctx.postMail(part, mail, { key: `grace:ended:${id}` }));
  } catch {
    ctx.log.warn({ caregiverId: id }, 'nobody could be told that a grant has ended');
  }
}
