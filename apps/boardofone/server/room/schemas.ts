import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';

export const ReadEvents = z.object({
  id: z.uuid(),
  after: z.int().min(0).default(0),
  /** The last event that is wanted; without it the log to its end. */
  until: z.int().positive().optional(),
});
export type ReadEvents = z.infer<typeof ReadEvents>;

/** What the owner tells the panel; it is in the prompts from the next round on. */
export const SayToPanel = z.object({
  id: z.uuid(),
  factId: z.uuid(),
  content: writtenText.min(1, 'Write something.').max(2_000, 'Keep it under 2,000 characters.'),
  answersId: z.uuid().nullable().default(null),
});
export type SayToPanel = z.infer<typeof SayToPanel>;

export const RoomId = z.object({ id: z.uuid() });
export type RoomId = z.infer<typeof RoomId>;
