import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { listTopics } from './list.ts';
import { ProfileTopics, SetPreference, TopicList } from './schemas.ts';
import { setPreference } from './set-preference.ts';

export const topicsRouter = router({
  list: signedInProcedure
    .input(ProfileTopics)
    .output(TopicList)
    .query(({ ctx, input }) => listTopics(ctx, input)),
  prefer: signedInProcedure
    .input(SetPreference)
    .output(z.void())
    .mutation(({ ctx, input }) => setPreference(ctx, input)),
});
