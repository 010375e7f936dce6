import type { SignedInContext } from '@commons/api';
import { desc, eq } from 'drizzle-orm';
import { consents } from '../../db/schema/consents.ts';
import { rightsTo } from '../care/rights.ts';
import type { Consent, ListConsents } from './schemas.ts';

/** What was agreed, the newest first: to the holder about everybody, to a caregiver about themselves. */
export function listConsents(ctx: SignedInContext, { profileId }: ListConsents): Promise<Consent[]> {
  return ctx.asUser(async (tx) => {
    if (profileId) await rightsTo(tx, ctx, profileId);
    return tx
      .select(consentColumns)
      .from(consents)
      .where(profileId ? eq(consents.profileId, profileId) : eq(consents.userId, ctx.user.id))
      .orderBy(desc(consents.id))
      .limit(500);
  });
}

const consentColumns = {
  id: consents.id,
  profileId: consents.profileId,
  grantId: consents.grantId,
  event: consents.event,
  name: consents.name,
  grantedByName: consents.grantedByName,
  basis: consents.basis,
  personName: consents.personName,
  level: consents.level,
  scopes: consents.scopes,
  endsAt: consents.endsAt,
  textVersion: consents.textVersion,
  text: consents.text,
  textHash: consents.textHash,
  at: consents.at,
};
