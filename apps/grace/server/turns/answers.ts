import { DurableAnswers } from '@commons/api/answers';
import { eq } from 'drizzle-orm';
import { chatTurns } from '../../db/schema/chat-turns.ts';

/** What the companion says. Without a line in the access log the policies show these rows to the holder alone. */
export const answers = new DurableAnswers({
  app: 'grace',
  table: chatTurns,
  mine: () => eq(chatTurns.role, 'companion'),
});
