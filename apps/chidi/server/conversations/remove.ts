import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { messages } from '../../db/schema/messages.ts';
import { changes } from '../changes.ts';
import { stopAnswer } from '../messages/stop.ts';
import { mine } from './mine.ts';
import type { ConversationId } from './schemas.ts';

/** Hides a conversation and stops what is being answered in it; `restore` brings it back. */
export async function removeConversation(ctx: SignedInContext, { id }: ConversationId): Promise<void> {
  const running = await ctx.asUser(async (tx) => {
    const removed = await tx
      .update(conversations)
      .set({ deletedAt: sql`now()` })
      .where(mine(ctx, id))
      .returning({ id: conversations.id });
    if (removed.length === 0) throw new AppError('NOT_FOUND');
    await audit(tx, { action: 'conversation_deleted', resourceType: 'conversation', resourceId: id });
    return tx
      .select({ answerId: messages.id })
      .from(messages)
      .where(
        and(
          eq(messages.conversationId, id),
          eq(messages.userId, ctx.user.id),
          eq(messages.status, 'streaming'),
        ),
      );
  });
  for (const answer of running) await stopAnswer(ctx, answer);
  changes.announce(ctx, { conversationId: id });
}
