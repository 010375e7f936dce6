import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq, not, sql } from 'drizzle-orm';
import { allergies } from '../../db/schema/allergies.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { readAllergies } from './list.ts';
import type { Allergy, CreateAllergy } from './schemas.ts';

/** Records an allergy, or that somebody asked and there is none. The same id again adds nothing. */
export function createAllergy(ctx: SignedInContext, input: CreateAllergy): Promise<Allergy[]> {
  const { profileId, id, category } = input;
  return changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'manage');
    if (category === 'none_known') await assertNone(tx, profileId, id);
    const [added] = await tx
      .insert(allergies)
      .values(input)
      .onConflictDoNothing({ target: allergies.id })
      .returning({ id: allergies.id });
    if (added) {
      if (category !== 'none_known') await withdrawNoneKnown(tx, profileId);
      await audit(tx, { action: 'allergy_added', resourceType: 'allergy', resourceId: id });
    }
    const known = await readAllergies(tx, profileId);
    // The id belongs to something else.
    if (!known.some((one) => one.id === id)) throw new AppError('NOT_FOUND');
    return known;
  });
}

async function assertNone(tx: Tx, profileId: string, id: string): Promise<void> {
  const known = await readAllergies(tx, profileId);
  if (known.some((allergy) => allergy.id !== id))
    throw new AppError('CONFLICT', { message: 'Something is recorded already. Remove what is wrong first.' });
}

/** "No known allergies" no longer holds. */
async function withdrawNoneKnown(tx: Tx, profileId: string): Promise<void> {
  await tx
    .update(allergies)
    .set({
      isEnteredInError: true,
      errorReason: 'An allergy was recorded',
      version: sql`${allergies.version} + 1`,
    })
    .where(
      and(
        eq(allergies.profileId, profileId),
        eq(allergies.category, 'none_known'),
        not(allergies.isEnteredInError),
      ),
    );
}
