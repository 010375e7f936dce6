import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, not, sql } from 'drizzle-orm';
import { conditions } from '../../db/schema/conditions.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { readConditions } from './list.ts';
import type { Condition, MarkConditionInError, UpdateCondition } from './schemas.ts';

type Values = Partial<typeof conditions.$inferInsert>;

/** Saves a condition; refuses when it was saved somewhere else since `version` was read. */
export function updateCondition(ctx: SignedInContext, input: UpdateCondition): Promise<Condition[]> {
  const { name, note, onsetOn, resolvedOn } = input;
  return save(ctx, input, { name, note, onsetOn, resolvedOn }, 'condition_changed');
}

/** Takes a condition off the list. The row stays, with the reason. */
export function markConditionInError(
  ctx: SignedInContext,
  input: MarkConditionInError,
): Promise<Condition[]> {
  return save(
    ctx,
    input,
    { isEnteredInError: true, errorReason: input.reason },
    'condition_entered_in_error',
  );
}

function save(
  ctx: SignedInContext,
  { profileId, id, version }: { profileId: string; id: string; version: number },
  values: Values,
  action: string,
): Promise<Condition[]> {
  return changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'manage');
    const own = and(
      eq(conditions.id, id),
      eq(conditions.profileId, profileId),
      not(conditions.isEnteredInError),
    );
    const [found] = await tx.select({ version: conditions.version }).from(conditions).where(own);
    if (!found) throw new AppError('NOT_FOUND');
    const saved = await tx
      .update(conditions)
      .set({ ...values, version: sql`${conditions.version} + 1` })
      .where(and(own, eq(conditions.version, version)))
      .returning({ id: conditions.id });
    if (saved.length === 0) throw new AppError('STALE_VERSION');
    await audit(tx, { action, resourceType: 'condition', resourceId: id });
    return readConditions(tx, profileId);
  });
}
