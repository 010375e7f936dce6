import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { conditions } from '../../db/schema/conditions.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { readConditions } from './list.ts';
import type { Condition, CreateCondition } from './schemas.ts';

/** Records something that a person has or had. The same id again adds nothing. */
export function createCondition(ctx: SignedInContext, input: CreateCondition): Promise<Condition[]> {
  const { profileId, id } = input;
  return changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'manage');
    const [added] = await tx
      .insert(conditions)
      .values(input)
      .onConflictDoNothing({ target: conditions.id })
      .returning({ id: conditions.id });
    if (added) await audit(tx, { action: 'condition_added', resourceType: 'condition', resourceId: id });
    const known = await readConditions(tx, profileId);
    // The id belongs to something else.
    if (!known.some((one) => one.id === id)) throw new AppError('NOT_FOUND');
    return known;
  });
}
