import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { messages } from '../../db/schema/messages.ts';
import { endAbandoned, stopElsewhere } from '../answers/answer-rows.ts';
import { answerChanged, answerStopped } from '../answers/answer-word.ts';
import { findRunning } from '../answers/running-answer.ts';
import { changes } from '../changes.ts';
import type { AnswerId } from './schemas.ts';

/** Ends a running answer and returns when its row says so; one that has ended already is left as it is. */
export async function stopAnswer(ctx: SignedInContext, { answerId }: AnswerId): Promise<void> {
  const conversationId = await ctx.asUser(async (tx) => {
    const [answer] = await tx
      .select({ conversationId: messages.conversationId })
      .from(messages)
      .where(
        and(eq(messages.id, answerId), eq(messages.userId, ctx.user.id), eq(messages.role, 'assistant')),
      );
    if (!answer) throw new AppError('NOT_FOUND');
    await endAbandoned(tx, answerId);
    if (!findRunning(answerId)) await stopElsewhere(tx, answerId);
    return answer.conversationId;
  });
  const running = findRunning(answerId);
  if (running) {
    running.end('stopped');
    await running.finished;
  } else {
    answerStopped.say(ctx, answerId);
    answerChanged.say(ctx, answerId);
  }
  changes.announce(ctx, { conversationId });
}
