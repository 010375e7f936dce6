import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { consentVersion, endText } from '../../consent/consent-text.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertHolder } from '../care/rights.ts';
import { partiesTo } from './parties-to.ts';
import type { CaregiverId } from './schemas.ts';

/** Ends a grant at once: the holder anybody's, a caregiver their own. */
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
  });
}
