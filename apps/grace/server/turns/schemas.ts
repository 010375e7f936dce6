import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { speakers, turnKinds, turnStatuses } from '../../companion/schemas.ts';

export const saidMax = 2_000;

export const SayTurn = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  content: writtenText
    .min(1, 'Say something first.')
    .max(saidMax, 'This is very long. Tell it in two parts.'),
});
export type SayTurn = z.infer<typeof SayTurn>;

/** What was said and who answers it. */
export const Said = z.object({ turnId: z.uuid(), answerId: z.uuid() });
export type Said = z.infer<typeof Said>;

export const AnswerTurn = z.object({ answerId: z.uuid() });
export type AnswerTurn = z.infer<typeof AnswerTurn>;

/** `offset` is how much of the text the reader has; after a reconnect the last event's id says it better. */
export const FollowTurn = AnswerTurn.extend({
  offset: z.int().nonnegative().default(0),
  lastEventId: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

export const Turn = z.object({
  id: z.uuid(),
  position: z.int(),
  role: z.enum(speakers),
  kind: z.enum(turnKinds),
  content: z.string(),
  choices: z.array(z.string()),
  status: z.enum(turnStatuses),
  errorCode: z.string().nullable(),
  createdAt: z.date(),
});
export type Turn = z.infer<typeof Turn>;
