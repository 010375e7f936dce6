import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { userContexts } from '../../db/schema/user-contexts.ts';
import { changes } from '../changes.ts';
import { detailColumns, toDetails } from './columns.ts';
import { saveVersion } from './save-version.ts';
import { type ContextDetails, contextSections, type UpdateContext } from './schemas.ts';

/** Saves a business as its next version; refuses when somebody else has saved since `version` was read. */
export async function updateContext(ctx: SignedInContext, input: UpdateContext): Promise<ContextDetails> {
  const { id, name, fields, version } = input;
  const mine = and(eq(userContexts.id, id), eq(userContexts.userId, ctx.user.id));
  const details = await ctx.asUser(async (tx) => {
    const [before] = await tx.select(detailColumns).from(userContexts).where(mine).for('update');
    if (!before) throw new AppError('NOT_FOUND');
    if (before.version !== version) throw new AppError('STALE_VERSION');
    const changed: string[] = contextSections
      .map(({ key }) => key)
      .filter((key) => before[key] !== fields[key]);
    if (before.name !== name) changed.unshift('name');
    if (changed.length === 0) return toDetails(before);

    const [after] = await tx
      .update(userContexts)
      .set({ name, ...fields, version: version + 1 })
      .where(mine)
      .returning(detailColumns);
    if (!after) throw new AppError('NOT_FOUND');
    await saveVersion(tx, { userId: ctx.user.id, userContextId: id, version: after.version, name, fields });
    await audit(tx, {
      action: 'context_updated',
      resourceType: 'user_context',
      resourceId: id,
      details: { version: after.version, changed },
    });
    return toDetails(after);
  });
  changes.announce(ctx, { contextId: id });
  return details;
}
