import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { createAllergy } from './create.ts';
import { listAllergies } from './list.ts';
import { Allergy, CreateAllergy, MarkAllergyInError, ProfileAllergies, UpdateAllergy } from './schemas.ts';
import { markAllergyInError, updateAllergy } from './update.ts';

const allergyList = z.array(Allergy);

export const allergiesRouter = router({
  list: signedInProcedure
    .input(ProfileAllergies)
    .output(allergyList)
    .query(({ ctx, input }) => listAllergies(ctx, input)),
  create: signedInProcedure
    .input(CreateAllergy)
    .output(allergyList)
    .mutation(({ ctx, input }) => createAllergy(ctx, input)),
  update: signedInProcedure
    .input(UpdateAllergy)
    .output(allergyList)
    .mutation(({ ctx, input }) => updateAllergy(ctx, input)),
  markInError: signedInProcedure
    .input(MarkAllergyInError)
    .output(allergyList)
    .mutation(({ ctx, input }) => markAllergyInError(ctx, input)),
});
