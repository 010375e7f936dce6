import type { SignedInContext } from '@commons/api';
import { asc, eq, sql } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { rightsTo } from '../care/rights.ts';
import type { OfProfile } from '../care/schemas.ts';
import type { CareTeam } from './schemas.ts';

/** Everybody in a person's care, in the order in which they are turned to. */
export async function listCaregivers(ctx: SignedInContext, { profileId }: OfProfile): Promise<CareTeam> {
  const { isHolder, rows } = await ctx.asUser(async (tx) => ({
    ...(await rightsTo(tx, ctx, profileId)),
    rows: await tx
      .select({ ...caregiverColumns, userId: caregivers.userId })
      .from(caregivers)
      .where(eq(caregivers.profileId, profileId))
      // Whoever still has access comes first: no number of former caregivers hides one.
      .orderBy(
        sql`${caregivers.endedAt} is not null`,
        sql`${caregivers.escalationOrder} nulls last`,
        asc(caregivers.name),
        asc(caregivers.id),
      )
      .limit(200),
  }));
  const people = rows.map(({ userId, ...row }) => ({ ...row, isYou: userId === ctx.user.id }));
  return {
    standing: people.filter(({ endedAt }) => endedAt === null),
    former: isHolder ? people.filter(({ endedAt }) => endedAt !== null) : [],
  };
}

const caregiverColumns = {
  id: caregivers.id,
  name: caregivers.name,
  relationship: caregivers.relationship,
  level: caregivers.level,
  scopes: caregivers.scopes,
  startsAt: caregivers.startsAt,
  endsAt: caregivers.endsAt,
  // One that ran out has ended, although nobody did anything.
  endedAt:
    sql<Date | null>`coalesce(${caregivers.endedAt}, case when ${caregivers.endsAt} <= now() then ${caregivers.endsAt} end)`.mapWith(
      caregivers.endedAt,
    ),
  isRenewable: sql<boolean>`${caregivers.endedAt} is null`,
  escalationOrder: caregivers.escalationOrder,
  version: caregivers.version,
};
