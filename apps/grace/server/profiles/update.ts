import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { profiles } from '../../db/schema/profiles.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertHolder } from '../care/rights.ts';
import { profileById } from './by-id.ts';
import type { Profile, UpdateProfile } from './schemas.ts';

/** Saves what is known of a person; refuses when it was saved somewhere else since `version` was read. */
export async function updateProfile(ctx: SignedInContext, input: UpdateProfile): Promise<Profile> {
  const { id, version, ...values } = input;
  await changeProfile(ctx, id, async (tx) => {
    await assertHolder(tx, ctx, id);
    const saved = await tx
      .update(profiles)
      .set({ ...values, version: sql`${profiles.version} + 1` })
      .where(and(eq(profiles.id, id), eq(profiles.userId, ctx.user.id), eq(profiles.version, version)))
      .returning({ id: profiles.id });
    if (saved.length === 0) throw new AppError('STALE_VERSION');
    await audit(tx, { action: 'profile_changed', resourceType: 'profile', resourceId: id });
  });
  return profileById(ctx, { id });
}
