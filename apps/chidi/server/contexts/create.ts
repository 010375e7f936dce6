import type { SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { userContexts } from '../../db/schema/user-contexts.ts';
import { changes } from '../changes.ts';
import { contextById } from './by-id.ts';
import { detailColumns, toDetails } from './columns.ts';
import { saveVersion } from './save-version.ts';
import type { ContextDetails, CreateContext } from './schemas.ts';

/** Adds a business; with an id that is there already it returns that one, so that a retry adds nothing. */
export async function createContext(ctx: SignedInContext, input: CreateContext): Promise<ContextDetails> {
  const { id, name, fields } = input;
  const details = await ctx.asUser(async (tx) => {
    const [created] = await tx
      .insert(userContexts)
      .values({ id, userId: ctx.user.id, name, ...fields })
      .onConflictDoNothing({ target: userContexts.id })
      .returning(detailColumns);
    if (!created) return undefined;
    await saveVersion(tx, { userId: ctx.user.id, userContextId: id, version: created.version, name, fields });
    await audit(tx, { action: 'context_created', resourceType: 'user_context', resourceId: id });
    return toDetails(created);
  });
  if (!details) return contextById(ctx, { id });
  changes.announce(ctx, { contextId: id });
  return details;
}
