import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { listStory } from './list.ts';
import { removeStoryEntry } from './remove.ts';
import { saveStoryEntry } from './save.ts';
import { ProfileStory, SaveStoryEntry, StoryEntry, StoryEntryId } from './schemas.ts';

export const storyRouter = router({
  list: signedInProcedure
    .input(ProfileStory)
    .output(z.array(StoryEntry))
    .query(({ ctx, input }) => listStory(ctx, input)),
  save: signedInProcedure
    .input(SaveStoryEntry)
    .output(z.void())
    .mutation(({ ctx, input }) => saveStoryEntry(ctx, input)),
  remove: signedInProcedure
    .input(StoryEntryId)
    .output(z.void())
    .mutation(({ ctx, input }) => removeStoryEntry(ctx, input)),
});
