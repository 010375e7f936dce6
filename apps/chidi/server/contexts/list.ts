import type { SignedInContext } from '@commons/api';
import { asc, eq } from 'drizzle-orm';
import { userContexts } from '../../db/schema/user-contexts.ts';
import { summaryColumns } from './columns.ts';
import type { ContextSummary } from './schemas.ts';

// Far more businesses than one person has; it keeps the answer bounded.
const limit = 200;

export function listContexts(ctx: SignedInContext): Promise<ContextSummary[]> {
  return ctx.asUser((tx) =>
    tx
      .select(summaryColumns)
      .from(userContexts)
      .where(eq(userContexts.userId, ctx.user.id))
      .orderBy(asc(userContexts.createdAt), asc(userContexts.id))
      .limit(limit),
  );
}
