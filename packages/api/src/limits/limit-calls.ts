import type { RequestContext } from '../trpc/request-context.ts';
import type { ProcedureMeta } from './call-limit.ts';

interface Call<Result> {
  ctx: Pick<RequestContext, 'admit'>;
  path: string;
  type: 'query' | 'mutation' | 'subscription';
  meta: ProcedureMeta | undefined;
  next: () => Promise<Result>;
}

/** Middleware that counts each call of a procedure, also within a batch, before anything else is done for it. */
export async function limitCalls<Result>({ ctx, path, type, meta, next }: Call<Result>): Promise<Result> {
  const admission = ctx.admit({ path, type, limit: meta?.limit });
  if (admission) await admission;
  return next();
}
