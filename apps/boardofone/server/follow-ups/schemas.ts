import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';

export const FollowUpId = z.object({ id: z.uuid() });
export type FollowUpId = z.infer<typeof FollowUpId>;

export const FollowUpsOf = z.object({ sessionId: z.uuid() });
export type FollowUpsOf = z.infer<typeof FollowUpsOf>;

/** A question for one seat, or for the chair where none is named; sent again under the same id it adds nothing. */
export const AskFollowUp = FollowUpsOf.extend({
  id: z.uuid(),
  seatId: z.uuid().nullable(),
  question: writtenText.min(1, 'Write a question.').max(1_000, 'Keep the question under 1,000 characters.'),
});
export type AskFollowUp = z.infer<typeof AskFollowUp>;

export const FollowUp = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  seatId: z.uuid().nullable(),
  question: z.string(),
  status: z.enum(['asked', 'answered', 'failed']),
  answer: z.string(),
  failure: z.string().nullable(),
  cost: z.string(),
  model: z.string().nullable(),
  createdAt: z.date(),
  answeredAt: z.date().nullable(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** Everything that was asked after a session, the oldest first, and what is left to ask more with. */
export const FollowUps = z.object({
  items: z.array(FollowUp),
  /** US dollars under the cap of the session. */
  leftUsd: z.string(),
});
export type FollowUps = z.infer<typeof FollowUps>;
