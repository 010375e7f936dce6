import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { changeText, consentVersion } from '../../consent/consent-text.ts';
import { caregivers } from '../../db/schema/caregivers.ts';
import { changeProfile } from '../care/change-profile.ts';
import { grantEnd } from '../care/grant-end.ts';
import { assertHolder } from '../care/rights.ts';
import { partiesTo } from './parties-to.ts';
import type { ChangeGrant } from './schemas.ts';

/** Changes or renews a grant, and puts on record what holds from now on; refuses when somebody else changed it meanwhile. */
export async function changeGrant(ctx: SignedInContext, input: ChangeGrant): Promise<void> {
  const { profileId, id, version, level, scopes, relationship, lastDay } = input;
  await changeProfile(ctx, profileId, async (tx) => {
    await assertHolder(tx, ctx, profileId);
    const parties = await partiesTo(tx, input);
    const endsAt = grantEnd(parties.timeZone, lastDay, ctx.now());
    const text = changeText({ ...parties, level, scopes, endsAt });
    const [row] = await tx.execute<{ changed: boolean }>(sql`
      select grace.change_grant(${id}::uuid, ${version}::integer, ${level}, ${sql.param(scopes, caregivers.scopes)}::text[],
        ${endsAt.toISOString()}::timestamptz, ${consentVersion}, ${text}) as changed`);
    if (!row?.changed) throw new AppError('STALE_VERSION');
    await tx
      .update(caregivers)
      .set({ relationship })
      .where(and(eq(caregivers.id, id), eq(caregivers.profileId, profileId)));
    await audit(tx, { action: 'grant_changed', resourceType: 'caregiver', resourceId: id });
  });
}
