import type { SignedInContext } from '@commons/api';
import { startAnswer } from '../answers/run-answer.ts';
import { changes } from '../changes.ts';
import { addExchange } from './add-exchange.ts';
import { lockConversation } from './lock-conversation.ts';
import type { Exchange, SendMessage } from './schemas.ts';

/** Keeps a question, and only then lets the model answer it. */
export async function sendMessage(ctx: SignedInContext, input: SendMessage): Promise<Exchange> {
  const { conversationId } = input;
  const { answerId, isNew } = await ctx.asUser(async (tx) => {
    await lockConversation(tx, ctx, conversationId);
    return addExchange(tx, ctx, input);
  });
  if (isNew) {
    startAnswer(ctx, { conversationId, answerId });
    changes.announce(ctx, { conversationId });
  }
  return { conversationId, questionId: input.id, answerId };
}
