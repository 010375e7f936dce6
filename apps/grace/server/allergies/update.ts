import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, not, sql } from 'drizzle-orm';
import { allergies } from '../../db/schema/allergies.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { readAllergies } from './list.ts';
import type { Allergy, MarkAllergyInError, UpdateAllergy } from './schemas.ts';

type Values = Partial<typeof allergies.$inferInsert>;

/** Saves an allergy; refuses when it was saved somewhere else since `version` was read. */
export function updateAllergy(ctx: SignedInContext, input: UpdateAllergy): Promise<Allergy[]> {
  const { category, substance, reaction, severity, notedOn } = input;
  return save(ctx, input, { category, substance, reaction, severity, notedOn }, 'allergy_changed');
}

/** Takes an allergy off the list. The row stays, with the reason. */
export function markAllergyInError(ctx: SignedInContext, input: MarkAllergyInError): Promise<Allergy[]> {
  return save(ctx, input, { isEnteredInError: true, errorReason: input.reason }, 'allergy_entered_in_error');
}

function save(
  ctx: SignedInContext,
  { profileId, id, version }: { profileId: string; id: string; version: number },
  values: Values,
  action: string,
): Promise<Allergy[]> {
  return changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'manage');
    const own = and(
      eq(allergies.id, id),
      eq(allergies.profileId, profileId),
      not(allergies.isEnteredInError),
    );
    const [found] = await tx.select({ version: allergies.version }).from(allergies).where(own);
    if (!found) throw new AppError('NOT_FOUND');
    const saved = await tx
      .update(allergies)
      .set({ ...values, version: sql`${allergies.version} + 1` })
      .where(and(own, eq(allergies.version, version)))
      .returning({ id: allergies.id });
    if (saved.length === 0) throw new AppError('STALE_VERSION');
    await audit(tx, { action, resourceType: 'allergy', resourceId: id });
    return readAllergies(tx, profileId);
  });
}
