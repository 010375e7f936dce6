import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { messages } from '../../db/schema/messages.ts';
import { startAnswer } from '../answers/run-answer.ts';
import { changes } from '../changes.ts';
import { showBranch } from './add-exchange.ts';
import { insertAnswer } from './insert-message.ts';
import { lockConversation } from './lock-conversation.ts';
import { refuseExcess } from './refuse-excess.ts';
import type { Exchange, RegenerateAnswer } from './schemas.ts';

/** Lets the model answer a question once more, beside the answers that are there; with an id that is there it adds nothing. */
export async function regenerateAnswer(ctx: SignedInContext, input: RegenerateAnswer): Promise<Exchange> {
  const { id, questionId } = input;
  const { conversationId, isNew } = await ctx.asUser(async (tx) => {
    const [question] = await tx
      .select({ conversationId: messages.conversationId })
      .from(messages)
      .where(and(eq(messages.id, questionId), eq(messages.userId, ctx.user.id), eq(messages.role, 'user')));
    if (!question) throw new AppError('NOT_FOUND');
    await lockConversation(tx, ctx, question.conversationId);
    const [asked] = await tx
      .select({ parentId: messages.parentId })
      .from(messages)
      .where(and(eq(messages.id, id), eq(messages.userId, ctx.user.id)));
    if (asked) {
      if (asked.parentId !== questionId) throw new AppError('CONFLICT');
      return { ...question, isNew: false };
    }
    await refuseExcess(tx, ctx, { ...question, answerId: id });
    await insertAnswer(tx, {
      id,
      userId: ctx.user.id,
      conversationId: question.conversationId,
      parentId: questionId,
    });
    await showBranch(tx, question.conversationId, id);
    return { ...question, isNew: true };
  });
  if (isNew) {
    startAnswer(ctx, { conversationId, answerId: id });
    changes.announce(ctx, { conversationId });
  }
  return { conversationId, questionId, answerId: id };
}
