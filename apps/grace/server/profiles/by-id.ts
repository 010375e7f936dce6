import { AppError, type SignedInContext } from '@commons/api';
import { readProfiles, withId } from './list.ts';
import type { Profile, ProfileId } from './schemas.ts';

export async function profileById(ctx: SignedInContext, { id }: ProfileId): Promise<Profile> {
  const [profile] = await readProfiles(ctx, withId(id));
  if (!profile) throw new AppError('NOT_FOUND');
  return profile;
}
