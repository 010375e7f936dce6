import type { SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { profiles } from '../../db/schema/profiles.ts';
import { changes } from '../changes.ts';
import { assertFewProfiles } from './assert-few.ts';
import { profileById } from './by-id.ts';
import type { CreateProfile, Profile } from './schemas.ts';

/** Adds a person; with an id that is there already it returns that one, so that a retry adds nothing. */
export async function createProfile(ctx: SignedInContext, input: CreateProfile): Promise<Profile> {
  await ctx.asUser(async (tx) => {
    const added = await tx
      .insert(profiles)
      .values({ ...input, userId: ctx.user.id, holderName: ctx.user.name || input.preferredName })
      .onConflictDoNothing({ target: profiles.id })
      .returning({ id: profiles.id });
    if (added.length === 0) return;
    await assertFewProfiles(tx, ctx);
    await audit(tx, { action: 'profile_created', resourceType: 'profile', resourceId: input.id });
  });
  changes.announce(ctx, { profileId: input.id });
  return profileById(ctx, input);
}
