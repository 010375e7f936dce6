import { DurableAnswers } from '@commons/api/answers';
import { and, eq } from 'drizzle-orm';
import { messages } from '../../db/schema/messages.ts';

/** The answers that Chidi writes. */
export const answers = new DurableAnswers({
  app: 'chidi',
  table: messages,
  mine: ({ user }) => and(eq(messages.userId, user.id), eq(messages.role, 'assistant')),
});
