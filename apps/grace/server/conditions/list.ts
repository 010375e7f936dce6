import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, asc, eq, not } from 'drizzle-orm';
import { conditions } from '../../db/schema/conditions.ts';
import { assertWithin } from '../care/rights.ts';
import type { Condition, ProfileConditions } from './schemas.ts';

/** What a person has or had, without what was entered in error. */
export function listConditions(ctx: SignedInContext, { profileId }: ProfileConditions): Promise<Condition[]> {
  return ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    return readConditions(tx, profileId);
  });
}

export function readConditions(tx: Tx, profileId: string): Promise<Condition[]> {
  return tx
    .select({
      id: conditions.id,
      name: conditions.name,
      note: conditions.note,
      onsetOn: conditions.onsetOn,
      resolvedOn: conditions.resolvedOn,
      version: conditions.version,
      updatedAt: conditions.updatedAt,
    })
    .from(conditions)
    .where(and(eq(conditions.profileId, profileId), not(conditions.isEnteredInError)))
    .orderBy(asc(conditions.name), asc(conditions.id));
}
