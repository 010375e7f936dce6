import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { userContexts } from '../../db/schema/user-contexts.ts';
import { startAnswer } from '../answers/run-answer.ts';
import { changes } from '../changes.ts';
import { addExchange } from '../messages/add-exchange.ts';
import { lockConversation } from '../messages/lock-conversation.ts';
import type { Exchange } from '../messages/schemas.ts';
import type { StartConversation } from './schemas.ts';

/** Begins a conversation about one business with its first question; sent again with the same ids it adds nothing. */
export async function startConversation(ctx: SignedInContext, input: StartConversation): Promise<Exchange> {
  const { id: conversationId, userContextId, questionId, content } = input;
  const { answerId, isNew } = await ctx.asUser(async (tx) => {
    const [context] = await tx
      .select({ id: userContexts.id })
      .from(userContexts)
      .where(and(eq(userContexts.id, userContextId), eq(userContexts.userId, ctx.user.id)));
    if (!context) throw new AppError('NOT_FOUND');
    await tx
      .insert(conversations)
      .values({ id: conversationId, userId: ctx.user.id, userContextId })
      .onConflictDoNothing({ target: conversations.id });
    const conversation = await lockConversation(tx, ctx, conversationId);
    if (conversation.userContextId !== userContextId) throw new AppError('CONFLICT');
    return addExchange(tx, ctx, { id: questionId, conversationId, parentId: null, content });
  });
  if (isNew) {
    startAnswer(ctx, { conversationId, answerId });
    changes.announce(ctx, { conversationId });
  }
  return { conversationId, questionId, answerId };
}
