import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { Receipt } from '../answers/schemas.ts';

export const maxQuestionLength = 20_000;

export const questionText = writtenText
  .min(1, 'Write a message first.')
  .max(maxQuestionLength, 'This message is too long. Split it into several.');

export const SendMessage = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  parentId: z.uuid().nullable(),
  content: questionText,
});
export type SendMessage = z.infer<typeof SendMessage>;

export const RegenerateAnswer = z.object({ id: z.uuid(), questionId: z.uuid() });
export type RegenerateAnswer = z.infer<typeof RegenerateAnswer>;

export const AnswerId = z.object({ answerId: z.uuid() });
export type AnswerId = z.infer<typeof AnswerId>;

/** `offset` is how much of the text the reader has; after a reconnect the last event's id says it better. */
export const FollowAnswer = AnswerId.extend({
  offset: z.int().nonnegative().default(0),
  lastEventId: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});
export type FollowAnswer = z.infer<typeof FollowAnswer>;

export const Message = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  siblingOrder: z.int(),
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  status: z.enum(['streaming', 'complete', 'stopped', 'interrupted', 'error']),
  errorCode: z.string().nullable(),
  receipt: Receipt.nullable(),
  createdAt: z.date(),
});
export type Message = z.infer<typeof Message>;

export const Exchange = z.object({ conversationId: z.uuid(), questionId: z.uuid(), answerId: z.uuid() });
export type Exchange = z.infer<typeof Exchange>;
