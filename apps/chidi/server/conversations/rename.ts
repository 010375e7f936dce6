import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { announceChange } from '../changes/announce-change.ts';
import type { RenameConversation } from './schemas.ts';

export async function renameConversation(
  ctx: SignedInContext,
  { id, title }: RenameConversation,
): Promise<void> {
  const renamed = await ctx.asUser((tx) =>
    tx
      .update(conversations)
      .set({ title, titleSource: 'manual' })
      .where(and(eq(conversations.id, id), eq(conversations.userId, ctx.user.id)))
      .returning({ id: conversations.id }),
  );
  if (renamed.length === 0) throw new AppError('NOT_FOUND');
  announceChange(ctx, { conversationId: id });
}
