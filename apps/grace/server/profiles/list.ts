import type { SignedInContext } from '@commons/api';
import { asc, eq, type SQL } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { ownStandingGrant, rightsOf } from '../care/rights.ts';
import { profileColumns } from './columns.ts';
import type { Profile } from './schemas.ts';

/** Everybody the caller cares for, the caller's own profile first. */
export async function listProfiles(ctx: SignedInContext): Promise<Profile[]> {
  const people = await readProfiles(ctx);
  return people.toSorted((one, other) => Number(isOwn(other)) - Number(isOwn(one)));
}

/** Profiles that the caller sees, with what they may do with each. */
export async function readProfiles(ctx: SignedInContext, condition?: SQL): Promise<Profile[]> {
  const rows = await ctx.asUser((tx) =>
    tx
      .select(profileColumns)
      .from(profiles)
      .leftJoin(caregivers, ownStandingGrant(ctx))
      .where(condition)
      .orderBy(asc(profiles.preferredName), asc(profiles.id)),
  );
  return rows.map(({ userId, level, scopes, endsAt, ...profile }) => ({
    ...profile,
    rights: rightsOf({ userId, level, scopes, endsAt }, ctx),
  }));
}

/** One of them, by id. */
export const withId = (id: string): SQL => eq(profiles.id, id);

const isOwn = ({ basis, rights }: Profile) => rights.isHolder && basis === 'self';
