import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { messages } from '../../db/schema/messages.ts';
import { answers } from '../answers/answers.ts';
import { startAnswer } from '../answers/run-answer.ts';
import { changes } from '../changes.ts';
import { lockConversation } from './lock-conversation.ts';
import { refuseExcess } from './refuse-excess.ts';
import type { AnswerId } from './schemas.ts';

/** Lets the model go on with an answer that was stopped, broke off or failed; what is there stays. */
export async function continueAnswer(ctx: SignedInContext, { answerId }: AnswerId): Promise<void> {
  const conversationId = await ctx.asUser(async (tx) => {
    const [answer] = await tx
      .select({ conversationId: messages.conversationId })
      .from(messages)
      .where(
        and(eq(messages.id, answerId), eq(messages.userId, ctx.user.id), eq(messages.role, 'assistant')),
      );
    if (!answer) throw new AppError('NOT_FOUND');
    await lockConversation(tx, ctx, answer.conversationId);
    await refuseExcess(tx, ctx, { ...answer, answerId });
    if (!(await answers.rows.reopen(tx, answerId))) throw new AppError('CONFLICT');
    return answer.conversationId;
  });
  startAnswer(ctx, { conversationId, answerId });
  changes.announce(ctx, { conversationId });
}
