import { AppError, type SignedInContext } from '@commons/api';
import { type Tx, uuidV7 } from '@commons/shared-db';
import { and, desc, eq, sql } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { messages } from '../../db/schema/messages.ts';
import { insertAnswer, insertQuestion } from './insert-message.ts';
import { refuseExcess } from './refuse-excess.ts';
import type { SendMessage } from './schemas.ts';

/** A question with the answer that belongs to it; `isNew` is false when the question had been sent before. */
export interface AddedExchange {
  answerId: string;
  isNew: boolean;
}

/**
 * Adds a question and its still empty answer to a conversation whose row is locked. A question with an id that is there already
 * is the same question sent again: nothing is added, and its newest answer is returned.
 */
export async function addExchange(
  tx: Tx,
  ctx: SignedInContext,
  question: SendMessage,
): Promise<AddedExchange> {
  const { id, conversationId, parentId, content } = question;
  const [sent] = await tx
    .select({ conversationId: messages.conversationId })
    .from(messages)
    .where(and(eq(messages.id, id), eq(messages.userId, ctx.user.id)));
  if (sent) {
    if (sent.conversationId !== conversationId) throw new AppError('CONFLICT');
    return { answerId: await newestAnswer(tx, id), isNew: false };
  }
  const answerId = uuidV7();
  await refuseExcess(tx, ctx, { conversationId, answerId, question: content });
  if (parentId !== null) await assertIsAnswer(tx, conversationId, parentId);

  const owner = { userId: ctx.user.id, conversationId };
  await insertQuestion(tx, { ...owner, id, parentId, content });
  await insertAnswer(tx, { ...owner, id: answerId, parentId: id });
  await showBranch(tx, conversationId, answerId);
  return { answerId, isNew: true };
}

/** Makes `leafId` the end of the branch that is shown, and the conversation the most recent one. */
export async function showBranch(tx: Tx, conversationId: string, leafId: string): Promise<void> {
  await tx
    .update(conversations)
    .set({ activeLeafId: leafId, lastMessageAt: sql`now()` })
    .where(eq(conversations.id, conversationId));
}

async function newestAnswer(tx: Tx, questionId: string): Promise<string> {
  const [answer] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(eq(messages.parentId, questionId))
    .orderBy(desc(messages.siblingOrder))
    .limit(1);
  if (!answer) throw new AppError('CONFLICT');
  return answer.id;
}

async function assertIsAnswer(tx: Tx, conversationId: string, parentId: string): Promise<void> {
  const [parent] = await tx
    .select({ role: messages.role })
    .from(messages)
    .where(and(eq(messages.id, parentId), eq(messages.conversationId, conversationId)));
  if (!parent) throw new AppError('NOT_FOUND');
  if (parent.role !== 'assistant') {
    throw new AppError('CONFLICT', {
      message: 'A message follows an answer. Reload the conversation and send it again.',
    });
  }
}
