import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { may } from '../../care/may.ts';
import { type CareLevel, type CareScope, careScopes } from '../../care/schemas.ts';
import { caregivers } from '../../db/schema/caregivers.ts';
import { profiles } from '../../db/schema/profiles.ts';

/** What the caller may do with one person's record. */
export interface Rights {
  isHolder: boolean;
  level: CareLevel;
  scopes: readonly CareScope[];
  /** When the grant runs out; null for the holder. */
  endsAt: Date | null;
}

/** The caller's rights; NOT_FOUND when they cannot see the person at all. */
export async function rightsTo(tx: Tx, ctx: SignedInContext, profileId: string): Promise<Rights> {
  const [profile] = await tx
    .select({
      userId: profiles.userId,
      level: caregivers.level,
      scopes: caregivers.scopes,
      endsAt: caregivers.endsAt,
    })
    .from(profiles)
    .leftJoin(caregivers, ownStandingGrant(ctx))
    .where(eq(profiles.id, profileId));
  if (!profile) throw new AppError('NOT_FOUND');
  return rightsOf(profile, ctx);
}

/**
 * Says in words what the policies enforce: NOT_FOUND for a stranger, FORBIDDEN for a caregiver whose grant does not go that far.
 *
 * @example
 * await assertWithin(tx, ctx, profileId, 'medications', 'log');
 */
export async function assertWithin(
  tx: Tx,
  ctx: SignedInContext,
  profileId: string,
  scope: CareScope,
  level: CareLevel,
): Promise<Rights> {
  const rights = await rightsTo(tx, ctx, profileId);
  if (!may({ rights }, scope, level)) throw new AppError('FORBIDDEN', { message: beyondYourGrant });
  return rights;
}

/** NOT_FOUND for a stranger, FORBIDDEN for a caregiver: this is the holder's alone. */
export async function assertHolder(tx: Tx, ctx: SignedInContext, profileId: string): Promise<void> {
  const { isHolder } = await rightsTo(tx, ctx, profileId);
  if (!isHolder) throw new AppError('FORBIDDEN', { message: beyondYourGrant });
}

/** The caller's own grant for the profile of the query, if it stands. */
export function ownStandingGrant(ctx: SignedInContext) {
  return and(
    eq(caregivers.profileId, profiles.id),
    eq(caregivers.userId, ctx.user.id),
    isNull(caregivers.endedAt),
    lte(caregivers.startsAt, sql`now()`),
    gt(caregivers.endsAt, sql`now()`),
  );
}

/** Rights out of a profile joined with the caller's own grant. */
export function rightsOf(
  row: { userId: string; level: CareLevel | null; scopes: CareScope[] | null; endsAt: Date | null },
  ctx: SignedInContext,
): Rights {
  const isHolder = row.userId === ctx.user.id;
  if (isHolder) return { isHolder, level: 'manage', scopes: careScopes, endsAt: null };
  return { isHolder, level: row.level ?? 'view', scopes: row.scopes ?? [], endsAt: row.endsAt };
}

const beyondYourGrant =
  'Your access does not go that far. The person, or whoever answers for them, can change it.';
