import { router, signedInProcedure } from '@commons/api';
import { askFollowUp } from './ask.ts';
import { listFollowUps } from './list.ts';
import { retryFollowUp } from './retry.ts';
import { AskFollowUp, FollowUp, FollowUpId, FollowUps, FollowUpsOf } from './schemas.ts';

export const followUpsRouter = router({
  list: signedInProcedure
    .input(FollowUpsOf)
    .output(FollowUps)
    .query(({ ctx, input }) => listFollowUps(ctx, input)),
  ask: signedInProcedure
    .input(AskFollowUp)
    .output(FollowUp)
    .mutation(({ ctx, input }) => askFollowUp(ctx, input)),
  retry: signedInProcedure
    .input(FollowUpId)
    .output(FollowUp)
    .mutation(({ ctx, input }) => retryFollowUp(ctx, input)),
});
