import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, isNotNull } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { changes } from '../changes.ts';
import type { ConversationId } from './schemas.ts';

/** Brings a deleted conversation back as it was. */
export async function restoreConversation(ctx: SignedInContext, { id }: ConversationId): Promise<void> {
  await ctx.asUser(async (tx) => {
    const restored = await tx
      .update(conversations)
      .set({ deletedAt: null })
      .where(
        and(
          eq(conversations.id, id),
          eq(conversations.userId, ctx.user.id),
          isNotNull(conversations.deletedAt),
        ),
      )
      .returning({ id: conversations.id });
    if (restored.length === 0) throw new AppError('NOT_FOUND');
    await audit(tx, { action: 'conversation_restored', resourceType: 'conversation', resourceId: id });
  });
  changes.announce(ctx, { conversationId: id });
}
