import { AppError, type SignedInContext } from '@commons/api';
import { conversations } from '../../db/schema/conversations.ts';
import { changes } from '../changes.ts';
import { mine } from './mine.ts';
import type { RenameConversation } from './schemas.ts';

export async function renameConversation(
  ctx: SignedInContext,
  { id, title }: RenameConversation,
): Promise<void> {
  const renamed = await ctx.asUser((tx) =>
    tx
      .update(conversations)
      .set({ title, titleSource: 'manual' })
      .where(mine(ctx, id))
      .returning({ id: conversations.id }),
  );
  if (renamed.length === 0) throw new AppError('NOT_FOUND');
  changes.announce(ctx, { conversationId: id });
}
