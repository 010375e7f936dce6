import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { createFeed } from './create.ts';
import { listFeeds } from './list.ts';
import { revokeFeed } from './revoke.ts';
import { CreateFeed, Feed, FeedId, FeedsOfProfile, NewFeed } from './schemas.ts';

export const feedsRouter = router({
  list: signedInProcedure
    .input(FeedsOfProfile)
    .output(z.array(Feed))
    .query(({ ctx, input }) => listFeeds(ctx, input)),
  create: signedInProcedure
    .input(CreateFeed)
    .output(NewFeed)
    .mutation(({ ctx, input }) => createFeed(ctx, input)),
  revoke: signedInProcedure
    .input(FeedId)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeFeed(ctx, input)),
});
