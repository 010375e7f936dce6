import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, isNotNull } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { userContexts } from '../../db/schema/user-contexts.ts';
import { changes } from '../changes.ts';
import type { ContextId } from './schemas.ts';

/** Deletes a business that no conversation is about, and for good the deleted conversations that were. */
export async function removeContext(ctx: SignedInContext, { id }: ContextId): Promise<void> {
  await ctx.asUser(async (tx) => {
    const mine = and(eq(userContexts.id, id), eq(userContexts.userId, ctx.user.id));
    // Locked, so that no conversation about it begins while it goes.
    const [context] = await tx.select({ id: userContexts.id }).from(userContexts).where(mine).for('update');
    if (!context) throw new AppError('NOT_FOUND');
    const about = and(eq(conversations.userContextId, id), eq(conversations.userId, ctx.user.id));
    await tx.delete(conversations).where(and(about, isNotNull(conversations.deletedAt)));
    const [used] = await tx.select({ id: conversations.id }).from(conversations).where(about).limit(1);
    if (used) {
      throw new AppError('CONFLICT', {
        message: 'This business has conversations, which belong to it. Delete them first.',
      });
    }
    await tx.delete(userContexts).where(mine);
    await audit(tx, { action: 'context_deleted', resourceType: 'user_context', resourceId: id });
  });
  changes.announce(ctx, { contextId: id });
}
