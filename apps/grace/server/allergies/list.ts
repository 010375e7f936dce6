import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, asc, eq, not } from 'drizzle-orm';
import { allergies } from '../../db/schema/allergies.ts';
import { assertWithin } from '../care/rights.ts';
import type { Allergy, ProfileAllergies } from './schemas.ts';

/** A person's allergies, without those that were entered in error. Empty means that nobody has asked yet. */
export function listAllergies(ctx: SignedInContext, { profileId }: ProfileAllergies): Promise<Allergy[]> {
  return ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    return readAllergies(tx, profileId);
  });
}

export function readAllergies(tx: Tx, profileId: string): Promise<Allergy[]> {
  return tx
    .select({
      id: allergies.id,
      category: allergies.category,
      substance: allergies.substance,
      reaction: allergies.reaction,
      severity: allergies.severity,
      notedOn: allergies.notedOn,
      version: allergies.version,
      updatedAt: allergies.updatedAt,
    })
    .from(allergies)
    .where(and(eq(allergies.profileId, profileId), not(allergies.isEnteredInError)))
    .orderBy(asc(allergies.substance), asc(allergies.id));
}
