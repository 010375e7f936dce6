import { AppError, type SignedInContext } from '@commons/api';
import { and, asc, eq } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { messages } from '../../db/schema/messages.ts';
import { messageColumns } from '../messages/columns.ts';
import { summaryColumns } from './columns.ts';
import { mine } from './mine.ts';
import type { ConversationDetails, ConversationId } from './schemas.ts';

/** A conversation with the messages of all its branches. */
export async function conversationById(
  ctx: SignedInContext,
  { id }: ConversationId,
): Promise<ConversationDetails> {
  const details = await ctx.asUser(async (tx) => {
    const [conversation] = await tx
      .select({ ...summaryColumns, activeLeafId: conversations.activeLeafId })
      .from(conversations)
      .where(mine(ctx, id));
    if (!conversation) return undefined;
    const tree = await tx
      .select(messageColumns)
      .from(messages)
      .where(and(eq(messages.conversationId, id), eq(messages.userId, ctx.user.id)))
      .orderBy(asc(messages.createdAt), asc(messages.id));
    return { ...conversation, messages: tree };
  });
  if (!details) throw new AppError('NOT_FOUND');
  return details;
}
