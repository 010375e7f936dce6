import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { messages } from '../../db/schema/messages.ts';
import { mine } from './mine.ts';
import type { ChooseLeaf } from './schemas.ts';

/** Keeps which branch of the conversation the person looks at. */
export async function chooseLeaf(ctx: SignedInContext, { id, leafId }: ChooseLeaf): Promise<void> {
  await ctx.asUser(async (tx) => {
    const [leaf] = await tx
      .select({ id: messages.id })
      .from(messages)
      .where(and(eq(messages.id, leafId), eq(messages.conversationId, id), eq(messages.userId, ctx.user.id)));
    if (!leaf) throw new AppError('NOT_FOUND');
    await tx.update(conversations).set({ activeLeafId: leafId }).where(mine(ctx, id));
  });
}
