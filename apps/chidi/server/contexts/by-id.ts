import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { userContexts } from '../../db/schema/user-contexts.ts';
import { detailColumns, toDetails } from './columns.ts';
import type { ContextDetails, ContextId } from './schemas.ts';

export async function contextById(ctx: SignedInContext, { id }: ContextId): Promise<ContextDetails> {
  const [row] = await ctx.asUser((tx) =>
    tx
      .select(detailColumns)
      .from(userContexts)
      .where(and(eq(userContexts.id, id), eq(userContexts.userId, ctx.user.id))),
  );
  if (!row) throw new AppError('NOT_FOUND');
  return toDetails(row);
}
