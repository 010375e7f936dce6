import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { profileById } from './by-id.ts';
import { createProfile } from './create.ts';
import { listProfiles } from './list.ts';
import { CreateProfile, Profile, ProfileId, UpdateProfile } from './schemas.ts';
import { updateProfile } from './update.ts';

export const profilesRouter = router({
  list: signedInProcedure.output(z.array(Profile)).query(({ ctx }) => listProfiles(ctx)),
  byId: signedInProcedure
    .input(ProfileId)
    .output(Profile)
    .query(({ ctx, input }) => profileById(ctx, input)),
  create: signedInProcedure
    .input(CreateProfile)
    .output(Profile)
    .mutation(({ ctx, input }) => createProfile(ctx, input)),
  update: signedInProcedure
    .input(UpdateProfile)
    .output(Profile)
    .mutation(({ ctx, input }) => updateProfile(ctx, input)),
});
