import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { createCondition } from './create.ts';
import { listConditions } from './list.ts';
import {
  Condition,
  CreateCondition,
  MarkConditionInError,
  ProfileConditions,
  UpdateCondition,
} from './schemas.ts';
import { markConditionInError, updateCondition } from './update.ts';

const conditionList = z.array(Condition);

export const conditionsRouter = router({
  list: signedInProcedure
    .input(ProfileConditions)
    .output(conditionList)
    .query(({ ctx, input }) => listConditions(ctx, input)),
  create: signedInProcedure
    .input(CreateCondition)
    .output(conditionList)
    .mutation(({ ctx, input }) => createCondition(ctx, input)),
  update: signedInProcedure
    .input(UpdateCondition)
    .output(conditionList)
    .mutation(({ ctx, input }) => updateCondition(ctx, input)),
  markInError: signedInProcedure
    .input(MarkConditionInError)
    .output(conditionList)
    .mutation(({ ctx, input }) => markConditionInError(ctx, input)),
});
