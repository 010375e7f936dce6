import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';

export const FeedId = z.object({ id: z.uuid() });
export type FeedId = z.infer<typeof FeedId>;

export const FeedsOfProfile = z.object({ profileId: z.uuid() });
export type FeedsOfProfile = z.infer<typeof FeedsOfProfile>;

export const CreateFeed = z.object({
  id: z.uuid(),
  profileId: z.uuid(),
  name: writtenText.min(1, 'Say where you will use it.').max(80, 'Keep the name under 81 characters.'),
  isDiscreet: z.boolean(),
});
export type CreateFeed = z.infer<typeof CreateFeed>;

/** The address is shown this once. */
export const NewFeed = z.object({ id: z.uuid(), url: z.string() });
export type NewFeed = z.infer<typeof NewFeed>;

export const Feed = z.object({
  id: z.uuid(),
  name: z.string(),
  isDiscreet: z.boolean(),
  createdAt: z.string(),
  revokedAt: z.string().nullable(),
});
export type Feed = z.infer<typeof Feed>;
